import type { ScanProgress } from './live-events'
import type { Scan } from './types'

const ENDED = ['completed', 'failed', 'cancelled']

/** The scan as a live message leaves it. A message older than the row changes nothing. */
export function applyProgress(scan: Scan, message: ScanProgress): Scan {
  if (Date.parse(message.lastUpdatedAt) < Date.parse(scan.updated_at)) return scan
  if (ENDED.includes(scan.status) && !ENDED.includes(message.phase)) return scan
  const { discovering, scanning, caching, enriching } = message.progress
  const { stats } = message
  return {
    ...scan,
    ...(discovering && {
      directories_found: discovering.directoriesFound,
      directories_ignored: discovering.directoriesIgnored,
    }),
    ...(scanning && { directories_scanned: scanning.scanned, directories_total: scanning.total }),
    ...(caching && {
      assets_cached: caching.cached,
      assets_queued: caching.queued,
      assets_by_type: caching.byType ?? scan.assets_by_type,
    }),
    ...(enriching && {
      enrichment_completed: enriching.completed,
      enrichment_queued: enriching.queued,
      asked_provider: enriching.provider ?? null,
      rate_limit:
        enriching.provider && enriching.rateLimit
          ? { provider: enriching.provider, ...enriching.rateLimit }
          : null,
    }),
    status: message.phase,
    items_found: stats.itemsFound,
    items_new: stats.itemsNew,
    items_updated: stats.itemsUpdated,
    items_missing: stats.itemsMissing,
    errors_count: stats.errorsCount,
    current_operation: message.currentOperation,
    estimated_time_remaining: message.estimatedTimeRemaining ?? null,
    discovery_completed_at:
      scan.discovery_completed_at ?? (message.phase === 'discovering' ? null : message.lastUpdatedAt),
    updated_at: message.lastUpdatedAt,
  }
}
