import { queryOptions } from '@tanstack/react-query'
import { client, ifMatch, unwrap, unwrapTagged, type Tagged } from './client'
import { keys } from './keys'
import type { Subject } from './subject'
import type { Book, BookFile, BulkEdit } from './types'

/** Values by field; null clears, absent is untouched. */
export type Edit = Record<string, unknown>

/** What an edit starts from, with the tag that tells whether it changed meanwhile. */
export const editedQuery = ({ kind, id, ...rest }: Subject) =>
  queryOptions({
    queryKey: keys.editing({ kind, id, ...rest }),
    queryFn: ({ signal }): Promise<Tagged<Book | BookFile>> => {
      const options = { params: { path: { id } }, signal }
      return kind === 'book'
        ? unwrapTagged<Book | BookFile>(client.GET('/api/books/{id}', options))
        : unwrapTagged<Book | BookFile>(client.GET('/api/books/files/{id}', options))
    },
    gcTime: 0,
    staleTime: Infinity,
  })

/** What a person says. Refused with 412 when there is a tag and it changed meanwhile. */
export function edit(
  { kind, id }: Subject,
  body: Edit,
  etag: string | null,
): Promise<Tagged<Book | BookFile>> {
  const options = { params: { path: { id } }, headers: ifMatch(etag), body }
  return kind === 'book'
    ? unwrapTagged<Book | BookFile>(client.PATCH('/api/books/{id}', options))
    : unwrapTagged<Book | BookFile>(client.PATCH('/api/books/files/{id}', options))
}

export const editMany = (body: BulkEdit) => unwrap(client.POST('/api/items/bulk', { body }))
