import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'

const POLL_MS = 10_000

export const systemQuery = queryOptions({
  queryKey: keys.system,
  queryFn: ({ signal }) => unwrap(client.GET('/api/system', { signal })),
  refetchInterval: POLL_MS,
})

/** The processes that share the database, oldest first. */
export const nodesQuery = queryOptions({
  queryKey: keys.nodes,
  queryFn: async ({ signal }) => (await unwrap(client.GET('/api/nodes', { signal }))).nodes,
  refetchInterval: POLL_MS,
})
