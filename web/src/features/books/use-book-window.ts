import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { BOOK_PAGE, bookPageQuery, type BookFilter } from '@/api/books'
import type { BookList, BookListItem } from '@/api/types'
import { pagesFor } from './grid-windows'

export interface BookWindow {
  /** null until the first answer. */
  total: number | null
  error: unknown
  /** The book at a place in the list; undefined while its page is on the way. */
  at: (index: number) => BookListItem | undefined
  reload: () => void
}

/** The books from `first` to `last` of a list, fetched by pages as they come into view. */
export function useBookWindow(
  libraryId: number,
  filter: BookFilter,
  first: number,
  last: number,
): BookWindow {
  const pages = pagesFor(first, last)
  const results = useQueries({
    queries: pages.map((page) => bookPageQuery(libraryId, filter, page)),
  })
  return {
    total: totalOf(results),
    error: results.find((result) => result.error && !result.data)?.error ?? null,
    at: (index) => bookAt(pages, results, index),
    reload: () => results.forEach((result) => void result.refetch()),
  }
}

/** The newest answer knows best how many there are. */
function totalOf(results: UseQueryResult<BookList>[]): number | null {
  const answered = results.filter((result) => result.data)
  const newest = answered.sort((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]
  return newest?.data?.total ?? null
}

function bookAt(pages: number[], results: UseQueryResult<BookList>[], index: number) {
  const result = results[pages.indexOf(Math.floor(index / BOOK_PAGE))]
  return result?.data?.books[index % BOOK_PAGE]
}
