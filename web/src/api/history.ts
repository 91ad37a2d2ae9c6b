import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'

export const HISTORY_PAGE = 20

/** The newest changes of an item and its files, as many as `limit` says. */
export const historyQuery = (itemId: number, limit: number) =>
  queryOptions({
    queryKey: [...keys.history(itemId), limit] as const,
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/items/{id}/history', { params: { path: { id: itemId }, query: { limit } }, signal }),
      ),
  })

export const undoChange = (id: number) =>
  unwrap(client.POST('/api/changes/{id}/undo', { params: { path: { id } } }))
