import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys'
import type { LiveClient } from './live'
import type { LiveEvents, ScanProgress } from './live-events'
import { applyProgress } from './scan-progress'
import { throttle } from './throttle'
import type { Job, JobList, Scan } from './types'

/** How often a list that is open reloads while things change under it. */
const LIST_GAP_MS = 2_000

/** Keeps what is shown in step with what the server tells, without asking again where the message says it all. */
export function followLive(live: LiveClient, cache: QueryClient): () => void {
  const stale = (queryKey: readonly unknown[]) => void cache.invalidateQueries({ queryKey })
  const reloads = new Map<string, () => void>()
  const soon = (queryKey: readonly unknown[]) => {
    const name = JSON.stringify(queryKey)
    const reload = reloads.get(name) ?? throttle(LIST_GAP_MS, () => stale(queryKey))
    reloads.set(name, reload)
    reload()
  }

  const onProgress = (message: ScanProgress) => {
    const before = cache.getQueryData<Scan>(keys.libraryScan(message.libraryId))
    if (before && before.id < message.scanJobId) stale(keys.libraryScan(message.libraryId))
    patchScan(cache, message)
    if (before?.items_found !== message.stats.itemsFound) soon(keys.libraryItems(message.libraryId))
    if (before?.errors_count !== message.stats.errorsCount) soon(['scan-errors', message.scanJobId])
    soon(['scan-items', message.scanJobId])
    soon(keys.libraries)
  }

  const onEnd = ({ scanJobId, libraryId }: { scanJobId: number; libraryId: number }) => {
    stale(keys.scan(scanJobId))
    stale(keys.libraryScan(libraryId))
    stale(keys.libraries)
    stale(['scan-errors', scanJobId])
    stale(['scan-items', scanJobId])
    stale(keys.libraryItems(libraryId))
    stale(keys.names)
    stale(keys.review)
  }

  const onJob = (message: LiveEvents['job:changed']) => {
    const known = knows(cache, message)
    patchJob(cache, message)
    soon(keys.jobLists)
    if (known) return
    stale(keys.job(message.jobId))
    if (message.type !== 'scan') return
    stale(keys.latestScans)
    stale(keys.libraryScans)
  }

  const onItem = (message: LiveEvents['item:changed']) => {
    stale(keys.item(message.itemId))
    soon(keys.libraryItems(message.libraryId))
    soon(keys.names)
    soon(keys.review)
  }

  const onLibrary = ({ libraryId }: { libraryId: number }) => {
    soon(keys.libraries)
    soon(keys.libraryItems(libraryId))
    soon(keys.names)
  }

  const ends = [
    live.on('scan:progress', onProgress),
    live.on('scan:phase', ({ scanJobId }) => stale(keys.scan(scanJobId))),
    live.on('scan:completed', onEnd),
    live.on('library:ready', ({ libraryId }) => stale(keys.libraryItems(libraryId))),
    live.on('job:changed', onJob),
    live.on('item:changed', onItem),
    live.on('library:changed', onLibrary),
    live.onReset(() => void cache.invalidateQueries()),
  ]
  return () => ends.forEach((end) => end())
}

function patchScan(cache: QueryClient, message: ScanProgress) {
  const patch = (scan: Scan | null | undefined) =>
    scan?.id === message.scanJobId ? applyProgress(scan, message) : scan
  cache.setQueryData<Scan | null>(keys.scan(message.scanJobId), patch)
  cache.setQueryData<Scan | null>(keys.libraryScan(message.libraryId), patch)
}

/** Whether all that shows this job shows this status already, so that only its progress moved. */
function knows(cache: QueryClient, { jobId, status }: LiveEvents['job:changed']): boolean {
  const shown = [
    cache.getQueryData<Job>(keys.job(jobId)),
    ...cache.getQueriesData<Job | null>({ queryKey: keys.latestScans }).map(([, job]) => job),
  ].filter((job) => job?.id === jobId)
  return shown.length > 0 && shown.every((job) => job?.status === status)
}

function patchJob(cache: QueryClient, message: LiveEvents['job:changed']) {
  const patch = (job: Job): Job =>
    job.id === message.jobId ? { ...job, status: message.status, progress: message.progress } : job
  cache.setQueryData<Job>(keys.job(message.jobId), (job) => job && patch(job))
  cache.setQueriesData<JobList>({ queryKey: keys.jobLists }, (list) =>
    list ? { ...list, jobs: list.jobs.map(patch) } : list,
  )
  cache.setQueriesData<Job | null>({ queryKey: keys.latestScans }, (job) => (job ? patch(job) : job))
}
