import type { JobLog, JobStatus, ScanPhase } from './types'

interface TypeProgress {
  cached: number
  queued: number
}

/** `scan:progress`: absolute numbers, so the newest message is the whole truth. */
export interface ScanProgress {
  scanJobId: number
  jobId: number
  libraryId: number
  libraryName: string
  phase: ScanPhase
  progress: {
    discovering?: { directoriesFound: number; directoriesIgnored: number; inProgress: boolean } | null
    scanning?: { scanned: number; total: number; percentage: number } | null
    caching?: {
      cached: number
      queued: number
      percentage: number
      byType: Record<string, TypeProgress>
    } | null
    enriching?: {
      completed: number
      queued: number
      percentage: number
      provider?: string | null
      rateLimit?: { requests: number; seconds: number } | null
    } | null
  }
  stats: {
    itemsFound: number
    itemsNew: number
    itemsUpdated: number
    itemsMissing: number
    assetsCached: number
    errorsCount: number
  }
  currentOperation: string | null
  estimatedTimeRemaining?: string | null
  startedAt: string | null
  lastUpdatedAt: string
}

export interface LiveEvents {
  'scan:progress': ScanProgress
  'scan:phase': { scanJobId: number; libraryId: number; phase: ScanPhase }
  'scan:completed': { scanJobId: number; libraryId: number; status: ScanPhase; durationMs: number }
  'library:ready': { libraryId: number; scanJobId: number }
  'job:changed': {
    jobId: number
    type: string
    status: JobStatus
    libraryId: number | null
    progress: number
  }
  'job:log': { jobId: number; logs: LiveLog[] }
  'item:changed': {
    itemId: number
    kind: string
    libraryId: number
    change: 'added' | 'updated' | 'removed'
  }
  'library:changed': { libraryId: number }
}

export interface LiveLog {
  id: number
  jobId: number
  level: JobLog['level']
  message: string
  data: JobLog['data']
  createdAt: string
}

export type LiveName = keyof LiveEvents

export const LIVE_NAMES: LiveName[] = [
  'scan:progress',
  'scan:phase',
  'scan:completed',
  'library:ready',
  'job:changed',
  'job:log',
  'item:changed',
  'library:changed',
]
