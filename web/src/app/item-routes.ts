import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { id, text, whole } from './address'
import { shell } from './frame-routes'

const PANELS = ['edit', 'history', 'cover'] as const

/** What is open on an item's page: the evidence of a field, the form or the history; of a file when one is named. */
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

/** The pages of items, one a kind. */
export const itemRoutes = [book, movie] as const
