import type { LibraryType, Scan, ScanPhase } from '@/api/types'
import { assetNames } from '@/components/items/asset-names'
import { providerName } from '@/components/metadata/source-text'
import { count, duration, percent, plural } from '@/lib/format'

const HOLDINGS: Record<LibraryType, string> = {
  book: 'books',
  movie: 'movies',
  tv: 'episodes',
  music: 'tracks',
}

export const holdings = (type: LibraryType | undefined) => (type ? HOLDINGS[type] : 'items')

const share = (part: number, total: number) => `${count(part)} / ${count(total)} (${percent(part, total)}%)`

const found = (scan: Scan) =>
  `${count(scan.items_found)} found (${count(scan.items_new)} new, ${count(scan.items_updated)} updated)`

export type PhaseState = 'waiting' | 'running' | 'done' | 'stopped'

export interface PhaseCard {
  phase: ScanPhase
  state: PhaseState
  title: string
  lines: string[]
  /** Shown apart: long and changing. */
  current: string | null
  /** Whole per cent; null while the total is unknown. */
  percentage: number | null
}

/** Which phase a scan is in or, once it has ended, in which it stopped. */
function reached(scan: Scan): number {
  if (scan.status === 'completed') return 4
  // A scan that could not reach a folder goes on with the others to its end, and fails there.
  const wentThrough = scan.caching_completed_at && scan.enrichment_completed === scan.enrichment_queued
  if (scan.status === 'failed' && wentThrough) return 4
  if (scan.status === 'enriching' || scan.caching_completed_at) return 3
  if (scan.status === 'caching' || scan.scanning_completed_at) return 2
  if (scan.status === 'scanning' || scan.discovery_completed_at) return 1
  return 0
}

const ended = (scan: Scan) => scan.status === 'failed' || scan.status === 'cancelled'

/** The four phases of a scan as cards, in order. */
export function phaseCards(scan: Scan, type: LibraryType | undefined): PhaseCard[] {
  const now = reached(scan)
  const stateOf = (index: number): PhaseState => {
    if (index < now) return 'done'
    if (index > now) return 'waiting'
    return ended(scan) ? 'stopped' : 'running'
  }
  return [
    discovering(scan, stateOf(0)),
    scanning(scan, stateOf(1), type),
    caching(scan, stateOf(2)),
    enriching(scan, stateOf(3)),
  ]
}

function discovering(scan: Scan, state: PhaseState): PhaseCard {
  const lines = [
    `Found: ${plural(scan.directories_found, 'directory', 'directories')}`,
    `Ignored: ${count(scan.directories_ignored)} (matching ignore patterns)`,
  ]
  if (scan.directories_unchanged > 0) lines.push(`Unchanged: ${count(scan.directories_unchanged)}`)
  return {
    phase: 'discovering',
    state,
    title: state === 'done' ? 'Discovery complete!' : 'Discovering directories...',
    lines,
    current: state === 'running' ? scan.current_operation : null,
    percentage: null,
  }
}

function scanning(scan: Scan, state: PhaseState, type: LibraryType | undefined): PhaseCard {
  const progress = `Progress: ${share(scan.directories_scanned, scan.directories_total)}`
  const running = state === 'running'
  return {
    phase: 'scanning',
    state,
    title: state === 'done' ? 'Scanning complete!' : `Scanning ${holdings(type)}...`,
    lines: [
      ...(state === 'done' ? [] : [progress]),
      found(scan),
      `Assets: ${count(scan.assets_queued)} discovered`,
      ...(running && scan.estimated_time_remaining ? [`Time left: ${scan.estimated_time_remaining}`] : []),
    ],
    current: running ? scan.current_operation : null,
    percentage: percent(scan.directories_scanned, scan.directories_total),
  }
}

function caching(scan: Scan, state: PhaseState): PhaseCard {
  const types = Object.entries(scan.assets_by_type).map(
    ([name, counts]) => `${assetNames(name)}: ${count(counts.cached)} cached`,
  )
  const parts = `${count(scan.assets_cached)} / ${count(scan.assets_queued)}`
  const assets = `Assets: ${parts} cached (${percent(scan.assets_cached, scan.assets_queued)}%)`
  const nothing = state === 'done' && scan.assets_queued === 0
  const failed = scan.assets_failed > 0 ? [`Failed: ${count(scan.assets_failed)}`] : []
  return {
    phase: 'caching',
    state,
    title: state === 'done' ? 'Caching complete!' : 'Caching assets...',
    lines: state === 'waiting' ? [] : nothing ? ['Nothing to cache'] : [assets, ...types, ...failed],
    current: null,
    percentage: percent(scan.assets_cached, scan.assets_queued),
  }
}

function enriching(scan: Scan, state: PhaseState): PhaseCard {
  const running = state === 'running'
  const lines = [`Enrichment: ${share(scan.enrichment_completed, scan.enrichment_queued)}`]
  const provider = scan.asked_provider ?? scan.rate_limit?.provider
  if (running && provider) lines.push(`Fetching from ${providerName(provider)}`)
  if (running && scan.rate_limit) {
    lines.push(`Rate limited (${scan.rate_limit.requests} req/${scan.rate_limit.seconds} sec)`)
  }
  if (running && scan.estimated_time_remaining) {
    lines.push(`Est. completion: ${scan.estimated_time_remaining}`)
  }
  if (running) lines.push('Library is ready to use! Enrichment continues in background')
  if (scan.enrichment_failed > 0) lines.push(`Failed: ${count(scan.enrichment_failed)}`)
  if (scan.enrichment_deferred > 0) lines.push(deferred(scan.enrichment_deferred))
  const nothing = state === 'done' && scan.enrichment_queued === 0
  return {
    phase: 'enriching',
    state,
    title: state === 'done' ? 'Enrichment complete!' : 'Enriching metadata...',
    lines: state === 'waiting' ? [] : nothing ? ['Nothing to enrich'] : lines,
    current: null,
    percentage: percent(scan.enrichment_completed, scan.enrichment_queued),
  }
}

const deferred = (waiting: number) =>
  waiting === 1
    ? '1 waits for a provider and is done by itself'
    : `${count(waiting)} wait for a provider and are done by themselves`

/** The sentence a scan ends with. */
export function endingTitle(scan: Scan): string {
  if (scan.status === 'cancelled') return 'Scan cancelled'
  if (scan.status === 'failed') return 'Scan failed'
  if (scan.errors_count === 0) return 'Scan completed successfully!'
  return `Scan completed: ${count(scan.items_found)} found, ${plural(scan.errors_count, 'error')}`
}

/** Name and value of each line of the summary. */
export function endingFacts(scan: Scan): [string, string][] {
  return [
    [
      'Found',
      `${count(scan.items_found)} (${count(scan.items_new)} new, ${count(scan.items_updated)} updated)`,
    ],
    ['Missing', count(scan.items_missing)],
    ['Assets cached', count(scan.assets_cached - scan.assets_failed)],
    ['Enriched', count(scan.enrichment_completed - scan.enrichment_failed)],
    ['Errors', count(scan.errors_count)],
    ['Duration', duration(scan.duration_ms)],
  ]
}

/** One short line for the top of a library while a scan runs. */
export function shortProgress(scan: Scan, type: LibraryType | undefined): string {
  switch (scan.status) {
    case 'discovering':
      return `Discovering directories... ${count(scan.directories_found)} found`
    case 'scanning':
      return `Scanning ${holdings(type)}... ${share(scan.directories_scanned, scan.directories_total)}`
    case 'caching':
      return `Caching assets... ${share(scan.assets_cached, scan.assets_queued)}`
    default:
      return `Enriching metadata... ${share(scan.enrichment_completed, scan.enrichment_queued)}`
  }
}

export function shortPercentage(scan: Scan): number | null {
  if (scan.status === 'discovering') return null
  if (scan.status === 'scanning') return percent(scan.directories_scanned, scan.directories_total)
  if (scan.status === 'caching') return percent(scan.assets_cached, scan.assets_queued)
  return percent(scan.enrichment_completed, scan.enrichment_queued)
}
