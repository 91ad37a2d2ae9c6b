import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleJob, sampleScan } from '@/testing/samples'
import { keys } from './keys'
import { LiveClient } from './live'
import { followLive } from './live-cache'
import type { LiveEvents, LiveName, ScanProgress } from './live-events'
import type { Job, JobList, Scan } from './types'

const LATER = '2026-05-01T12:00:05Z'

const progress = (change: Partial<ScanProgress> = {}): ScanProgress => ({
  scanJobId: 7,
  jobId: 70,
  libraryId: 1,
  libraryName: 'Novels',
  phase: 'scanning',
  progress: { scanning: { scanned: 453, total: 1247, percentage: 36 } },
  stats: {
    itemsFound: 460,
    itemsNew: 428,
    itemsUpdated: 32,
    itemsMissing: 0,
    assetsCached: 0,
    errorsCount: 0,
  },
  currentOperation: '/srv/books/A',
  startedAt: LATER,
  lastUpdatedAt: LATER,
  ...change,
})

function follow() {
  const cache = new QueryClient()
  const handlers = new Map<LiveName, (payload: never) => void>()
  const live = new LiveClient(
    () => {
      throw new Error('not opened here')
    },
    () => Promise.reject(new Error('not asked here')),
  )
  vi.spyOn(live, 'on').mockImplementation((name, handler) => {
    handlers.set(name, handler as never)
    return () => {}
  })
  followLive(live, cache)
  const stale = vi.spyOn(cache, 'invalidateQueries')
  const tell = <N extends LiveName>(name: N, payload: LiveEvents[N]) => handlers.get(name)!(payload as never)
  const reloads = (key: readonly unknown[]) =>
    stale.mock.calls.filter(([filter]) => JSON.stringify(filter?.queryKey) === JSON.stringify(key)).length
  return { cache, tell, reloads }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('C12 progress is written into the scan that is shown, without asking', () => {
  const { cache, tell, reloads } = follow()
  cache.setQueryData(keys.scan(7), sampleScan())
  cache.setQueryData(keys.libraryScan(1), sampleScan())
  tell('scan:progress', progress())
  for (const key of [keys.scan(7), keys.libraryScan(1)]) {
    expect(cache.getQueryData<Scan>(key)).toMatchObject({
      status: 'scanning',
      directories_scanned: 453,
      directories_total: 1247,
      items_found: 460,
      current_operation: '/srv/books/A',
    })
    expect(reloads(key)).toBe(0)
  }
})

test('C12 a message older than the row changes nothing', () => {
  const { cache, tell } = follow()
  const shown = sampleScan({ status: 'caching', updated_at: '2026-05-01T12:01:00Z' })
  cache.setQueryData(keys.scan(7), shown)
  tell('scan:progress', progress())
  expect(cache.getQueryData(keys.scan(7))).toEqual(shown)
})

test('C12 forty messages a second reload an open list at most every 2 s', () => {
  const { tell, reloads } = follow()
  for (let n = 0; n < 400; n++) {
    tell('scan:progress', progress({ stats: { ...progress().stats, itemsFound: n } }))
    vi.advanceTimersByTime(25)
  }
  expect(reloads(keys.libraryItems(1))).toBeGreaterThanOrEqual(5)
  expect(reloads(keys.libraryItems(1))).toBeLessThanOrEqual(6)
})

test('A9 a scan that starts, ends or fails is looked up at once', () => {
  const { cache, tell, reloads } = follow()
  cache.setQueryData(keys.latestScan(1), sampleJob({ status: 'in_progress' }))
  tell('job:changed', { jobId: 70, type: 'scan', status: 'failed', libraryId: 1, progress: 40 })
  expect(cache.getQueryData<Job>(keys.latestScan(1))?.status).toBe('failed')
  expect(reloads(keys.latestScans)).toBe(1)
})

test('A9 mere progress of a scan that is shown asks nothing', () => {
  const { cache, tell, reloads } = follow()
  cache.setQueryData(keys.latestScan(1), sampleJob({ status: 'in_progress', progress: 1 }))
  cache.setQueryData<JobList>(keys.jobList({}), { jobs: [sampleJob({ status: 'in_progress' })], total: 1 })
  tell('job:changed', { jobId: 70, type: 'scan', status: 'in_progress', libraryId: 1, progress: 42 })
  expect(cache.getQueryData<Job>(keys.latestScan(1))?.progress).toBe(42)
  expect(cache.getQueryData<JobList>(keys.jobList({}))?.jobs[0]?.progress).toBe(42)
  expect(reloads(keys.latestScans)).toBe(0)
})
