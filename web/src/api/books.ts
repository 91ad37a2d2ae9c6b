import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { BookListItem, BookQuery } from './types'

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
  | 'imprint'
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

const MOST_A_PAGE = 500

/** The books from one place of a list to another, also those that were never in view. */
export async function bookRange(
  cache: QueryClient,
  libraryId: number,
  filter: BookFilter,
  first: number,
  last: number,
): Promise<BookListItem[]> {
  const books: BookListItem[] = []
  for (let offset = first; offset <= last; offset += MOST_A_PAGE) {
    const limit = Math.min(MOST_A_PAGE, last - offset + 1)
    const query: BookQuery = { ...filter, library_id: libraryId, limit, offset }
    const page = await cache.fetchQuery({
      queryKey: keys.bookPage(libraryId, query),
      queryFn: ({ signal }) => unwrap(client.GET('/api/books', { params: { query }, signal })),
      staleTime: 30_000,
    })
    books.push(...page.books)
    if (page.books.length < limit) break
  }
  return books
}

/** A cover no wider than asked, for an item that has one. */
export function coverAt(url: string, width: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}width=${width}`
}
