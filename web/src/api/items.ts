import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import { HELD_BY, KINDS, type ChildOf, type ContainerKind, type ItemKind, type ListedKind } from './kinds'
import type {
  Album,
  AlbumListItem,
  Artist,
  ArtistListItem,
  Book,
  BookListItem,
  BookQuery,
  Episode,
  EpisodeListItem,
  Movie,
  MovieListItem,
  MovieQuery,
  Season,
  SeasonListItem,
  Show,
  ShownFile,
  ShowListItem,
  Track,
  TrackListItem,
} from './types'

/** What an item of a kind is in a list, and on its own page. */
interface Shapes {
  book: { listed: BookListItem; whole: Book }
  movie: { listed: MovieListItem; whole: Movie }
  show: { listed: ShowListItem; whole: Show }
  season: { listed: SeasonListItem; whole: Season }
  episode: { listed: EpisodeListItem; whole: Episode }
  artist: { listed: ArtistListItem; whole: Artist }
  album: { listed: AlbumListItem; whole: Album }
  track: { listed: TrackListItem; whole: Track }
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
  kind: ListedKind
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

async function listItems(kind: ListedKind, query: ItemQuery, signal: AbortSignal): Promise<ItemPage> {
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

/** The files of an item; those that only hold others have none. */
export const filesOf = (item: Whole): ShownFile[] => ('files' in item ? item.files : [])

/** All that lies in an item, in its order. */
export const childrenQuery = <K extends ContainerKind>(kind: K, id: number, libraryId: number) =>
  queryOptions({
    queryKey: keys.children(libraryId, id),
    queryFn: async ({ signal }) => {
      const children: Listed<ChildOf<K>>[] = []
      const held = KINDS[HELD_BY[kind]].path
      for (;;) {
        const query = { limit: MOST_A_PAGE, offset: children.length }
        const call = `/api/${KINDS[kind].path}/{id}/${held}` as '/api/shows/{id}/seasons'
        const answer = await unwrap(client.GET(call, { params: { path: { id }, query }, signal }))
        const { [held]: page = [], total } = answer as unknown as Record<string, typeof children> & {
          total: number
        }
        children.push(...page)
        if (page.length < MOST_A_PAGE || children.length >= total) return children
      }
    },
    staleTime: 10_000,
  })

/** A cover no wider than asked, for an item that has one. */
export function coverAt(url: string, width: number): string {
  return `${url}${url.includes('?') ? '&' : '?'}width=${width}`
}
