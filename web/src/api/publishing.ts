import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { pollInterval } from './jobs'
import { keys } from './keys'
import type { PublishedFile, PublishProgram } from './types'

export const RUNS_PAGE = 20
export const RUN_FILES_PAGE = 50
const PLAN_PAGE = 25

/** What would be done, by items that there is something to say of. Made by looking at the disk: kept until something is done. */
export const planQuery = (libraryId: number, program: PublishProgram) =>
  infiniteQueryOptions({
    queryKey: keys.publishPlan(libraryId, program),
    queryFn: async ({ pageParam, signal }) => {
      for (let after = pageParam; ;) {
        const page = await unwrap(
          client.GET('/api/libraries/{id}/publish/plan', {
            params: { path: { id: libraryId }, query: { program, after, limit: PLAN_PAGE } },
            signal,
          }),
        )
        // Among many items that stand as they ought to the next one to show may be far away.
        if (page.items.length > 0 || page.next === null) return page
        after = page.next
      }
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    gcTime: 0,
  })

const count = (libraryId: number, program: PublishProgram, after: number, signal: AbortSignal) =>
  unwrap(
    client.GET('/api/libraries/{id}/publish/plan/counts', {
      params: { path: { id: libraryId }, query: { program, after } },
      signal,
    }),
  )

/** What the plan comes to, counted piece by piece. */
export const countsQuery = (libraryId: number, program: PublishProgram) =>
  infiniteQueryOptions({
    queryKey: keys.publishCounts(libraryId, program),
    queryFn: ({ pageParam, signal }) => count(libraryId, program, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    gcTime: 0,
  })

/** The kinds of items that can be published, which the server says with any count: of no program there is nothing to count. */
export const publishedKindsQuery = (libraryId: number) =>
  queryOptions({
    queryKey: keys.publishKinds(libraryId),
    queryFn: async ({ signal }) => (await count(libraryId, 'off', 0, signal)).kinds,
    staleTime: Infinity,
  })

/** Has the disk looked at again: what is listed stays until it is known anew, and is counted from the beginning. */
export const refreshPlan = (cache: QueryClient, libraryId: number) =>
  Promise.all([
    cache.invalidateQueries({ queryKey: keys.publishPlans(libraryId) }),
    cache.resetQueries({ queryKey: keys.publishTotals(libraryId) }),
  ])

export const runsQuery = (libraryId: number, offset: number) =>
  queryOptions({
    queryKey: keys.publishRuns(libraryId, offset),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/libraries/{id}/publish/runs', {
          params: { path: { id: libraryId }, query: { limit: RUNS_PAGE, offset } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      pollInterval(state.data?.runs.some((run) => run.job_id !== null) ?? false),
  })

export const runQuery = (id: number) =>
  queryOptions({
    queryKey: keys.publishRun(id),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/publish/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.job_id != null ? pollInterval(true) : false),
  })

export const runFilesQuery = (id: number, state: PublishedFile['state'] | undefined, offset: number) =>
  queryOptions({
    queryKey: keys.publishRunFiles(id, state, offset),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/publish/runs/{id}/files', {
          params: { path: { id }, query: { state, limit: RUN_FILES_PAGE, offset } },
          signal,
        }),
      ),
  })

export const publishLibrary = (id: number) =>
  unwrap(client.POST('/api/libraries/{id}/publish', { params: { path: { id } } }))

export const undoRun = (id: number) =>
  unwrap(client.POST('/api/publish/runs/{id}/undo', { params: { path: { id } } }))
