import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { BookQuery } from './types'

/** What a library's list is narrowed and ordered by; part of its address. */
export type BookFilter = Pick<
  BookQuery,
  | 'sort'
  | 'person_id'
  | 'narrator_id'
  | 'series_id'
  | 'genre'
  | 'tag'
  | 'publisher'
  | 'format'
  | 'language'
  | 'missing'
  | 'has_error'
  | 'needs_review'
>

export const BOOK_PAGE = 60

export const bookPageQuery = (libraryId: number, filter: BookFilter, page: number) => {
  const query: BookQuery = { ...filter, library_id: libraryId, limit: BOOK_PAGE, offset: page * BOOK_PAGE }
  return queryOptions({
    queryKey: keys.bookPage(libraryId, query),
    queryFn: ({ signal }) => unwrap(client.GET('/api/books', { params: { query }, signal })),
    staleTime: 30_000,
  })
}

export const bookQuery = (id: number) =>
  queryOptions({
    queryKey: keys.book(id),
    queryFn: ({ signal }) => unwrap(client.GET('/api/books/{id}', { params: { path: { id } }, signal })),
    staleTime: 10_000,
  })

/** A cover no wider than asked, for an item that has one. */
export function coverAt(url: string, width: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}width=${width}`
}
