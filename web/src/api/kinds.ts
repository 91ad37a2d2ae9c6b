import type { LibraryType } from './types'

interface Kind {
  /** Where its calls and its pages lie: `/api/movies`, `/movies/7`; the lists of answers are called so too. */
  path: string
  /** What permissions call it: `movies:write`. */
  access: string
  /** The picture that stands for it. */
  picture: 'cover' | 'poster'
  /** The frame of that picture. */
  shape: Shape
}

export type Shape = 'tall' | 'square' | 'wide'

/** The kinds of items that have pages, by their names. What is true of all of them is written once, over this table. */
export const KINDS = {
  book: { path: 'books', access: 'books', picture: 'cover', shape: 'tall' },
  movie: { path: 'movies', access: 'movies', picture: 'poster', shape: 'tall' },
  show: { path: 'shows', access: 'shows', picture: 'poster', shape: 'tall' },
  season: { path: 'seasons', access: 'shows', picture: 'poster', shape: 'tall' },
  episode: { path: 'episodes', access: 'shows', picture: 'cover', shape: 'wide' },
  artist: { path: 'artists', access: 'music', picture: 'cover', shape: 'square' },
  album: { path: 'albums', access: 'music', picture: 'cover', shape: 'square' },
  track: { path: 'tracks', access: 'music', picture: 'cover', shape: 'square' },
} as const satisfies Record<string, Kind>

export type ItemKind = keyof typeof KINDS

/** The kinds that a library lists; seasons are only listed by their shows. */
export type ListedKind = Exclude<ItemKind, 'season'>

export const isKind = (name: string): name is ItemKind => name in KINDS

/** Providers know others by what they lie in: a season by its show. */
const IDENTIFIED: ItemKind[] = ['book', 'movie', 'show', 'artist', 'album']

/** Whether items of a kind are looked up by themselves. */
export const isIdentified = (kind: ItemKind) => IDENTIFIED.includes(kind)

/** What lies in the items that hold items. */
export const HELD_BY = { show: 'season', season: 'episode', artist: 'album', album: 'track' } as const

export type ContainerKind = keyof typeof HELD_BY
export type ChildOf<K extends ContainerKind> = (typeof HELD_BY)[K]

/** What items of a kind lie in; nothing when they lie in the library itself. */
export const kindAround = (kind: ItemKind) =>
  (Object.keys(HELD_BY) as ContainerKind[]).find((container) => HELD_BY[container] === kind)

/** The lists of a library, the first of which is shown when none is named. */
const LISTED: Record<LibraryType, [ListedKind, ...ListedKind[]]> = {
  book: ['book'],
  movie: ['movie'],
  tv: ['show', 'episode'],
  music: ['album', 'artist', 'track'],
}

export const kindsListed = (type: LibraryType) => LISTED[type]

/** The list of a library that an address names. */
export const kindListed = (type: LibraryType, name?: string): ListedKind =>
  LISTED[type].find((kind) => kind === name) ?? LISTED[type][0]

/** What is found in a library in words: its items when they are of one kind. */
export const itemWord = (type: LibraryType | undefined) =>
  type && LISTED[type].length === 1 ? LISTED[type][0] : 'item'

/** The part of a library's address that names a list; its first needs none. */
export const listAddress = (kind: ItemKind): { kind?: ListedKind } =>
  Object.values(LISTED).some(([, ...others]) => others.some((other) => other === kind))
    ? { kind: kind as ListedKind }
    : {}

/** The route of an item's page. */
export const routeOf = <K extends ItemKind>(kind: K) => `/${KINDS[kind].path}/$id` as const

/** The route of the page of its artwork. */
export const artworkRouteOf = <K extends ItemKind>(kind: K) => `/${KINDS[kind].path}/$id/artwork` as const

/** The address of an item's page, as it stands in the browser. */
export const addressOf = (kind: ItemKind, id: number) => `/${KINDS[kind].path}/${id}`

export const writeAccess = (kind: ItemKind) => `${KINDS[kind].access}:write`

/** Whether libraries of this type can hold items of a kind. */
export const canHold = (type: LibraryType, kind: string) =>
  isKind(kind) && KINDS[kind].access === KINDS[LISTED[type][0]].access

/** Who may change what a library of this type holds. */
export const writeAccessOf = (type: LibraryType) => writeAccess(LISTED[type][0])
