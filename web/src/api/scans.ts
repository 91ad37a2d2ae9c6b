import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { pollInterval } from './jobs'
import { keys } from './keys'
import type { Scan, ScanChange, ScanPhase } from './types'

const ENDED: ScanPhase[] = ['completed', 'failed', 'cancelled']
export const scanIsActive = (scan: Scan | null | undefined) => !!scan && !ENDED.includes(scan.status)

/** A late answer never takes back what a live event has already shown. */
function newer(known: Scan | null | undefined, fetched: Scan): Scan {
  const sameScan = known?.id === fetched.id
  return sameScan && Date.parse(known.updated_at) > Date.parse(fetched.updated_at) ? known : fetched
}

export const scanQuery = (cache: QueryClient, id: number) =>
  queryOptions({
    queryKey: keys.scan(id),
    queryFn: async ({ signal }) => {
      const fetched = await unwrap(client.GET('/api/scans/{id}', { params: { path: { id } }, signal }))
      return newer(cache.getQueryData<Scan>(keys.scan(id)), fetched)
    },
    refetchInterval: (query) => pollInterval(scanIsActive(query.state.data)),
  })

/** The newest scan of one library. */
export const libraryScanQuery = (cache: QueryClient, libraryId: number) =>
  queryOptions({
    queryKey: keys.libraryScan(libraryId),
    queryFn: async ({ signal }): Promise<Scan | null> => {
      const query = { library_id: libraryId, limit: 1 }
      const { scans } = await unwrap(client.GET('/api/scans', { params: { query }, signal }))
      const fetched = scans[0]
      return fetched ? newer(cache.getQueryData<Scan>(keys.libraryScan(libraryId)), fetched) : null
    },
    refetchInterval: (query) => pollInterval(scanIsActive(query.state.data)),
  })

/** The scans of a job that failed: they name the libraries in trouble. */
export const failedScansQuery = (jobId: number) =>
  queryOptions({
    queryKey: keys.failedScans(jobId),
    queryFn: async ({ signal }) => {
      const query = { status: ['failed' as const], limit: 100 }
      const { scans } = await unwrap(client.GET('/api/scans', { params: { query }, signal }))
      return scans.filter((scan) => scan.job_id === jobId)
    },
  })

export const SCAN_PAGE = 50

export const scanErrorsQuery = (id: number, offset: number) =>
  queryOptions({
    queryKey: keys.scanErrors(id, offset),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/scans/{id}/errors', {
          params: { path: { id }, query: { offset, limit: SCAN_PAGE } },
          signal,
        }),
      ),
  })

export const scanItemsQuery = (id: number, change: ScanChange | undefined, offset: number) =>
  queryOptions({
    queryKey: keys.scanItems(id, change, offset),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/scans/{id}/items', {
          params: { path: { id }, query: { change, offset, limit: SCAN_PAGE } },
          signal,
        }),
      ),
  })
