import { isActive } from '@/api/jobs'
import type { Job, Scan } from '@/api/types'
import { timeAgo } from '@/lib/time-ago'

export type ResyncState = 'idle' | 'active' | 'failed'

/** What the newest scan that concerns a library makes of its button. */
export function resyncState(latest: Job | null | undefined): ResyncState {
  if (isActive(latest?.status)) return 'active'
  return latest?.status === 'failed' ? 'failed' : 'idle'
}

/** The button's name. A global scan that failed says in which libraries. */
export function resyncTitle(latest: Job | null | undefined, now: number, failed: Scan[] = []): string {
  const state = resyncState(latest)
  if (state === 'active') return `Scan started ${timeAgo(latest!.created_at, now)}`
  if (state === 'idle') return 'Resync library'
  const names = failed.map((scan) => scan.library_name).join(', ')
  return names ? `Last scan failed - view logs (${names})` : 'Last scan failed - view logs'
}
