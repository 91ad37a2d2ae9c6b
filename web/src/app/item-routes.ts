import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { artworkRouteOf, type ItemKind } from '@/api/kinds'
import type { ArtworkSearch } from '@/features/artwork/artwork-view'
import { id, text, whole } from './address'
import { shell } from './frame-routes'

const PANELS = ['edit', 'history', 'identity'] as const

/** What is open on an item's page: the evidence of a field, the form, the history, ...; of a file when one is named. */
export interface ItemSearch {
  evidence?: string
  file?: number
  open?: (typeof PANELS)[number]
}

const itemSearch = (search: Record<string, unknown>): ItemSearch => ({
  evidence: text(search.evidence),
  file: whole(search.file),
  open: PANELS.find((panel) => panel === search.open),
})

const page = { getParentRoute: () => shell, params: id, validateSearch: itemSearch }

const book = createRoute({
  ...page,
  path: '/books/$id',
  component: lazyRouteComponent(() => import('./pages/book-page'), 'BookPage'),
})

const movie = createRoute({
  ...page,
  path: '/movies/$id',
  component: lazyRouteComponent(() => import('./pages/movie-page'), 'MoviePage'),
})

const show = createRoute({
  ...page,
  path: '/shows/$id',
  component: lazyRouteComponent(() => import('./pages/show-pages'), 'ShowPage'),
})

const season = createRoute({
  ...page,
  path: '/seasons/$id',
  component: lazyRouteComponent(() => import('./pages/show-pages'), 'SeasonPage'),
})

const episode = createRoute({
  ...page,
  path: '/episodes/$id',
  component: lazyRouteComponent(() => import('./pages/show-pages'), 'EpisodePage'),
})

const artist = createRoute({
  ...page,
  path: '/artists/$id',
  component: lazyRouteComponent(() => import('./pages/music-pages'), 'ArtistPage'),
})

const album = createRoute({
  ...page,
  path: '/albums/$id',
  component: lazyRouteComponent(() => import('./pages/music-pages'), 'AlbumPage'),
})

const track = createRoute({
  ...page,
  path: '/tracks/$id',
  component: lazyRouteComponent(() => import('./pages/music-pages'), 'TrackPage'),
})

export const artworkSearch = (search: Record<string, unknown>): ArtworkSearch => ({
  language: text(search.language),
  provider: text(search.provider),
  pages: whole(search.pages),
})

/** One page for all kinds; its route tells it which. */
const artworkOf = <K extends ItemKind>(kind: K) =>
  createRoute({
    getParentRoute: () => shell,
    params: id,
    path: artworkRouteOf(kind),
    validateSearch: artworkSearch,
    context: () => ({ kind: kind as ItemKind }),
    component: lazyRouteComponent(() => import('./pages/artwork-page'), 'ArtworkPage'),
  })

/** The pages of items: one a kind, and that of its artwork. */
export const itemRoutes = [
  book,
  movie,
  show,
  season,
  episode,
  artist,
  album,
  track,
  artworkOf('book'),
  artworkOf('movie'),
  artworkOf('show'),
  artworkOf('season'),
  artworkOf('episode'),
  artworkOf('artist'),
  artworkOf('album'),
  artworkOf('track'),
] as const
