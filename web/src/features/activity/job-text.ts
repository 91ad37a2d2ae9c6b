import type { Job } from '@/api/types'

const TITLES: Record<string, string> = {
  scan: 'Library scan',
  export: 'Export',
  resync: 'Resync',
  'resync-item': 'Resync of one',
  'directory-scan': 'Read directory',
  reconcile: 'Look for missing files',
  'cache-asset': 'Cache asset',
  'write-sidecar': 'Write sidecar',
  publish: 'Publishing',
  'fetch-provider-assets': 'Fetch artwork',
  'enrich-metadata': 'Enrich metadata',
  'select-assets': 'Select artwork',
  'delete-library': 'Delete library',
  're-merge': 'Merge again',
  prune: 'Tidy up',
  'scrub-cache': 'Check the cache',
}

export const TOP_LEVEL_TYPES = ['scan', 'export', 'resync']

export const typeTitle = (type: string) => TITLES[type] ?? type

/** `Library scan of Novels`; a scan without a library is of all. */
export function jobTitle(job: Job): string {
  const title = dataOf(job).undo_run_id == null ? typeTitle(job.type) : 'Taking back publishing'
  if (job.library_name) return `${title} of ${job.library_name}`
  return job.type === 'scan' && job.library_id === null ? 'Scan of all libraries' : title
}

/** What the job was made with: an object whose shape is the job type's own affair. */
export const dataOf = (job: Job): Record<string, unknown> => (job.data ?? {}) as Record<string, unknown>

/** What tells one small job from the next: the path or asset it is about. */
export function jobSubject(job: Job): string | null {
  const subject = dataOf(job).directory_path ?? dataOf(job).source_path
  return typeof subject === 'string' ? subject : null
}

/** How long it ran, up to now while it still does; null before it began. */
export function jobDuration(job: Job, now: number): number | null {
  if (!job.started_at) return null
  const end = job.finished_at ? Date.parse(job.finished_at) : now
  return Math.max(0, end - Date.parse(job.started_at))
}
