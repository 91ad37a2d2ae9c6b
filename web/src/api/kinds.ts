import type { LibraryType } from './types'

interface Kind {
  /** Where its calls and its pages lie: `/api/movies`, `/movies/7`; the lists of answers are called so too. */
  path: string
  /** What permissions call it: `movies:write`. */
  access: string
  /** The picture that stands for it. */
  picture: 'cover' | 'poster'
}

/** The kinds of items that have pages, by their names. What is true of all of them is written once, over this table. */
export const KINDS = {
  book: { path: 'books', access: 'books', picture: 'cover' },
  movie: { path: 'movies', access: 'movies', picture: 'poster' },
} as const satisfies Record<string, Kind>

export type ItemKind = keyof typeof KINDS

export const isKind = (name: string): name is ItemKind => name in KINDS

/** What a library's own list holds; nothing where there is no page for it. */
const HELD: Partial<Record<LibraryType, ItemKind>> = { book: 'book', movie: 'movie' }

export const kindHeld = (type: LibraryType): ItemKind | undefined => HELD[type]

/** The route of an item's page. */
export const routeOf = <K extends ItemKind>(kind: K) => `/${KINDS[kind].path}/$id` as const

/** The address of an item's page, as it stands in the browser. */
export const addressOf = (kind: ItemKind, id: number) => `/${KINDS[kind].path}/${id}`

export const writeAccess = (kind: ItemKind) => `${KINDS[kind].access}:write`
