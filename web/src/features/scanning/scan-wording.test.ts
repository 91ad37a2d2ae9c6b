import { describe, expect, test } from 'vitest'
import { sampleScan } from '@/testing/samples'
import { endingFacts, endingTitle, phaseCards, shortProgress } from './scan-wording'

const AT = '2026-05-01T12:00:00Z'
const scanned = {
  discovery_completed_at: AT,
  directories_total: 1247,
  directories_scanned: 1247,
}
const cached = { ...scanned, scanning_completed_at: AT }
const enriched = { ...cached, caching_completed_at: AT, assets_cached: 3456 }

const card = (index: number, change: Parameters<typeof sampleScan>[0]) =>
  phaseCards(sampleScan(change), 'book')[index]!

test.each([
  ['book', 'Scanning books...'],
  ['movie', 'Scanning movies...'],
  ['tv', 'Scanning episodes...'],
  ['music', 'Scanning tracks...'],
] as const)('C13 a library of type %s says %s', (type, title) => {
  const scan = sampleScan({ ...scanned, status: 'scanning' })
  expect(phaseCards(scan, type)[1]).toMatchObject({ title })
})

describe('C13 each phase in its words', () => {
  test('C13 discovering', () => {
    expect(card(0, {})).toMatchObject({
      state: 'running',
      title: 'Discovering directories...',
      lines: ['Found: 1,247 directories', 'Ignored: 34 (matching ignore patterns)'],
      percentage: null,
    })
  })

  test('C13 scanning', () => {
    const shown = card(1, {
      ...scanned,
      status: 'scanning',
      directories_scanned: 453,
      current_operation: '/srv/books/A',
      estimated_time_remaining: '~2 minutes',
    })
    expect(shown).toMatchObject({
      state: 'running',
      title: 'Scanning books...',
      lines: [
        'Progress: 453 / 1,247 (36%)',
        '453 found (421 new, 32 updated)',
        'Assets: 3,456 discovered',
        'Time left: ~2 minutes',
      ],
      current: '/srv/books/A',
    })
  })

  test('C13 caching', () => {
    const change = {
      ...cached,
      status: 'caching' as const,
      assets_cached: 1832,
      assets_by_type: { poster: { cached: 421, queued: 453 }, cover: { cached: 1411, queued: 3003 } },
    }
    expect(card(1, change)).toMatchObject({ state: 'done', title: 'Scanning complete!' })
    expect(card(2, change)).toMatchObject({
      state: 'running',
      title: 'Caching assets...',
      lines: ['Assets: 1,832 / 3,456 cached (53%)', 'Posters: 421 cached', 'Covers: 1,411 cached'],
    })
  })

  test('C13 enriching', () => {
    const change = {
      ...enriched,
      status: 'enriching' as const,
      enrichment_queued: 453,
      enrichment_completed: 234,
      rate_limit: { provider: 'tmdb', requests: 50, seconds: 10 },
      estimated_time_remaining: '~15 minutes',
    }
    expect(card(2, change)).toMatchObject({ state: 'done', title: 'Caching complete!' })
    expect(card(3, change)).toMatchObject({
      title: 'Enriching metadata...',
      lines: [
        'Enrichment: 234 / 453 (52%)',
        'Fetching from TMDB',
        'Rate limited (50 req/10 sec)',
        'Est. completion: ~15 minutes',
        'Library is ready to use! Enrichment continues in background',
      ],
    })
  })

  test('C13 a provider without a limit is named alone, and what waits for one is told', () => {
    const change = {
      ...enriched,
      status: 'enriching' as const,
      enrichment_queued: 453,
      enrichment_completed: 234,
      enrichment_failed: 2,
      enrichment_deferred: 3,
      asked_provider: 'openlibrary',
    }
    expect(card(3, change).lines).toEqual([
      'Enrichment: 234 / 453 (52%)',
      'Fetching from Open Library',
      'Library is ready to use! Enrichment continues in background',
      'Failed: 2',
      '3 wait for a provider and are done by themselves',
    ])
    expect(card(3, { ...change, status: 'completed', enrichment_deferred: 1 }).lines).toContain(
      '1 waits for a provider and is done by itself',
    )
  })

  test('C13 a phase that waits says nothing but its name', () => {
    expect(card(3, {})).toMatchObject({ state: 'waiting', lines: [] })
  })

  test('C15 a cancelled scan stops in the phase it had reached', () => {
    const states = phaseCards(sampleScan({ ...cached, status: 'cancelled' }), 'book').map(
      ({ state }) => state,
    )
    expect(states).toEqual(['done', 'done', 'stopped', 'waiting'])
  })
})

test('C8 a scan that went through and failed at its end has no phase left open', () => {
  const scan = sampleScan({ ...enriched, status: 'failed' })
  expect(phaseCards(scan, 'book').map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
})

describe('C13 the end', () => {
  test('C13 without errors', () => {
    expect(endingTitle(sampleScan({ status: 'completed' }))).toBe('Scan completed successfully!')
  })

  test('C13 with errors', () => {
    const scan = sampleScan({ status: 'completed', errors_count: 12 })
    expect(endingTitle(scan)).toBe('Scan completed: 453 found, 12 errors')
  })

  test('C13 the summary counts what went well and tells how long it took', () => {
    const scan = sampleScan({ assets_cached: 3456, assets_failed: 6, errors_count: 6, duration_ms: 200_000 })
    expect(Object.fromEntries(endingFacts(scan))).toEqual({
      Found: '453 (421 new, 32 updated)',
      Missing: '0',
      'Assets cached': '3,450',
      Enriched: '0',
      Errors: '6',
      Duration: '3 min 20 s',
    })
  })
})

test.each([
  ['discovering', {}, 'Discovering directories... 1,247 found'],
  ['scanning', { directories_scanned: 453 }, 'Scanning books... 453 / 1,247 (36%)'],
  ['caching', { assets_cached: 1832 }, 'Caching assets... 1,832 / 3,456 (53%)'],
  ['enriching', { enrichment_queued: 4, enrichment_completed: 1 }, 'Enriching metadata... 1 / 4 (25%)'],
] as const)('C13 the slim line while %s', (status, change, text) => {
  expect(shortProgress(sampleScan({ ...scanned, ...change, status }), 'book')).toBe(text)
})
