import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Job, JobQuery, JobStatus, LogLevel } from './types'

export const isActive = (status: JobStatus | undefined) => status === 'pending' || status === 'in_progress'

const ACTIVE_POLL_MS = 2_000
const IDLE_POLL_MS = 30_000

/** Live events come first; polling is what remains true when they do not. */
export const pollInterval = (active: boolean) => (active ? ACTIVE_POLL_MS : IDLE_POLL_MS)

/** The newest scan that concerns a library: its own or a global one. */
export const latestScanQuery = (libraryId: number) =>
  queryOptions({
    queryKey: keys.latestScan(libraryId),
    queryFn: async ({ signal }): Promise<Job | null> => {
      const query = { type: ['scan'], library_id_or_global: libraryId, limit: 1 }
      const { jobs } = await unwrap(client.GET('/api/jobs', { params: { query }, signal }))
      return jobs[0] ?? null
    },
    refetchInterval: (query) => pollInterval(isActive(query.state.data?.status)),
  })

export const jobListQuery = (query: JobQuery) =>
  queryOptions({
    queryKey: keys.jobList(query),
    queryFn: ({ signal }) => unwrap(client.GET('/api/jobs', { params: { query }, signal })),
    refetchInterval: (state) =>
      pollInterval(state.state.data?.jobs.some((job) => isActive(job.status)) ?? false),
  })

export const jobQuery = (id: number) =>
  queryOptions({
    queryKey: keys.job(id),
    queryFn: ({ signal }) => unwrap(client.GET('/api/jobs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => pollInterval(isActive(query.state.data?.status)),
  })

export const fetchLogs = (id: number, level: LogLevel, after: number, signal?: AbortSignal) =>
  unwrap(
    client.GET('/api/jobs/{id}/logs', {
      params: { path: { id }, query: { level, after, limit: 500 } },
      signal,
    }),
  )

export const startScan = (libraryId: number | null, data: Record<string, unknown> = {}) =>
  unwrap(client.POST('/api/jobs', { body: { type: 'scan', library_id: libraryId, data } }))

export const cancelJob = (id: number) =>
  unwrap(client.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }))

export const retryJob = (id: number, body: { only_failed?: boolean } = {}) =>
  unwrap(client.POST('/api/jobs/{id}/retry', { params: { path: { id } }, body }))
