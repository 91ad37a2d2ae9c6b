import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { TrashedItem } from './types'

export const TRASH_PAGE = 50
const WHOLE_PAGE = 500

const read = (libraryId: number, limit: number, offset: number, signal?: AbortSignal) =>
  unwrap(client.GET('/api/trash', { params: { query: { library_id: libraryId, limit, offset } }, signal }))

export const trashQuery = (libraryId: number, offset: number) =>
  queryOptions({
    queryKey: keys.trashPage(libraryId, offset),
    queryFn: ({ signal }) => read(libraryId, TRASH_PAGE, offset, signal),
  })

/** Ids of all that emptying removes. What is excluded stays: forgetting it would bring it back at the next scan. */
export const disposableQuery = (libraryId: number) =>
  queryOptions({
    queryKey: keys.trashDisposable(libraryId),
    queryFn: async ({ signal }) => {
      const ids: number[] = []
      for (let offset = 0; ; offset += WHOLE_PAGE) {
        const { items, total } = await read(libraryId, WHOLE_PAGE, offset, signal)
        ids.push(...items.filter(isDisposable).map((item) => item.id))
        if (items.length === 0 || offset + items.length >= total) return ids
      }
    },
    gcTime: 0,
  })

const isDisposable = (item: TrashedItem) => item.reason !== 'excluded'

export const emptyTrash = (libraryId: number, itemIds: number[]) =>
  unwrap(client.POST('/api/trash/empty', { body: { library_id: libraryId, item_ids: itemIds } }))

export const restoreItem = (id: number) =>
  unwrap(client.POST('/api/items/{id}/restore', { params: { path: { id } } }))

/** Into the trash, all of them or none. Excluded, the next scan does not bring them back. */
export const deleteItems = (itemIds: number[], exclude: boolean) =>
  unwrap(client.POST('/api/items/bulk/delete', { body: { item_ids: itemIds, exclude } }))
