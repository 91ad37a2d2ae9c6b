import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { ITEM_PAGE, itemPageQuery, type ItemListing, type ItemPage, type Listed } from '@/api/items'
import { pagesFor } from './grid-windows'

export interface ItemWindow {
  /** null until the first answer. */
  total: number | null
  error: unknown
  /** The item at a place in the list; undefined while its page is on the way. */
  at: (index: number) => Listed | undefined
  reload: () => void
}

/** The items from `first` to `last` of a list, fetched by pages as they come into view. */
export function useItemWindow(listing: ItemListing, first: number, last: number): ItemWindow {
  const pages = pagesFor(first, last)
  const results = useQueries({
    queries: pages.map((page) => itemPageQuery(listing, page)),
  })
  return {
    total: totalOf(results),
    error: results.find((result) => result.error && !result.data)?.error ?? null,
    at: (index) => itemAt(pages, results, index),
    reload: () => results.forEach((result) => void result.refetch()),
  }
}

/** The newest answer knows best how many there are. */
function totalOf(results: UseQueryResult<ItemPage>[]): number | null {
  const answered = results.filter((result) => result.data)
  const newest = answered.sort((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]
  return newest?.data?.total ?? null
}

function itemAt(pages: number[], results: UseQueryResult<ItemPage>[], index: number) {
  const result = results[pages.indexOf(Math.floor(index / ITEM_PAGE))]
  return result?.data?.items[index % ITEM_PAGE]
}
