import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import { KINDS, type ItemKind } from './kinds'
import type { Book, BookListItem, BookQuery, Movie, MovieListItem, MovieQuery } from './types'

/** What an item of a kind is in a list, and on its own page. */
interface Shapes {
  book: { listed: BookListItem; whole: Book }
  movie: { listed: MovieListItem; whole: Movie }
}

export type Listed<K extends ItemKind = ItemKind> = Shapes[K]['listed']
export type Whole<K extends ItemKind = ItemKind> = Shapes[K]['whole']

export type ItemQuery = BookQuery & MovieQuery

/** What a library's list is narrowed and ordered by; part of its address. Each kind takes some of them. */
export type ItemFilter = Omit<ItemQuery, 'library_id' | 'q' | 'after' | 'limit' | 'offset'>

export interface ItemPage {
  items: Listed[]
  total: number
}

export const ITEM_PAGE = 60

/** The items of a kind that one library has. */
export interface ItemListing {
  kind: ItemKind
  libraryId: number
  filter: ItemFilter
}

const pageQuery = ({ kind, libraryId, filter }: ItemListing, limit: number, offset: number) => {
  const query: ItemQuery = { ...filter, library_id: libraryId, limit, offset }
  return queryOptions({
    queryKey: keys.itemPage(libraryId, kind, query),
    queryFn: ({ signal }) => listItems(kind, query, signal),
    staleTime: 30_000,
  })
}

async function listItems(kind: ItemKind, query: ItemQuery, signal: AbortSignal): Promise<ItemPage> {
  const { path } = KINDS[kind]
  const answer = await unwrap(client.GET(`/api/${path}`, { params: { query }, signal }))
  // The list is called like the kind.
  const { [path]: items, total } = answer as unknown as Record<string, Listed[]> & { total: number }
  return { items: items ?? [], total }
}

export const itemPageQuery = (listing: ItemListing, page: number) =>
  pageQuery(listing, ITEM_PAGE, page * ITEM_PAGE)

/** An item with all there is to say about it. */
export const itemQuery = <K extends ItemKind>(kind: K, id: number) =>
  queryOptions({
    queryKey: keys.whole(id),
    queryFn: ({ signal }) => {
      const options = { params: { path: { id } }, signal }
      return unwrap(client.GET(`/api/${KINDS[kind].path}/{id}`, options)) as Promise<Whole<K>>
    },
    staleTime: 10_000,
  })

const MOST_A_PAGE = 500

/** The items from one place of a list to another, also those that were never in view. */
export async function itemRange(
  cache: QueryClient,
  listing: ItemListing,
  first: number,
  last: number,
): Promise<Listed[]> {
  const items: Listed[] = []
  for (let offset = first; offset <= last; offset += MOST_A_PAGE) {
    const limit = Math.min(MOST_A_PAGE, last - offset + 1)
    const page = await cache.fetchQuery(pageQuery(listing, limit, offset))
    items.push(...page.items)
    if (page.items.length < limit) break
  }
  return items
}

/** A cover no wider than asked, for an item that has one. */
export function coverAt(url: string, width: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}width=${width}`
}
