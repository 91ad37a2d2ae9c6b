import { createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { setupQuery } from '@/api/access'
import type { ItemFilter } from '@/api/items'
import { isKind, listAddress, type ItemKind, type ListedKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { TERM_TYPES, type TermType } from '@/api/names'
import { lastLibrary } from '@/lib/last-library'
import { flag, id, text, whole } from './address'
import { cache } from './cache'
import { requireUser, root, shell } from './frame-routes'
import { itemRoutes } from './item-routes'
import { settings } from './settings-routes'

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: async () => {
    const { needs_setup } = await cache.fetchQuery(setupQuery)
    if (needs_setup) return
    await requireUser('/setup')
    const libraries = await cache.ensureQueryData(librariesQuery)
    if (libraries.length > 0) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('./pages/setup-page'), 'SetupPage'),
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { next?: string } => ({ next: text(search.next) }),
  beforeLoad: async () => {
    if ((await cache.fetchQuery(setupQuery)).needs_setup) throw redirect({ to: '/setup' })
  },
  component: lazyRouteComponent(() => import('./pages/login-page'), 'LoginPage'),
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async () => {
    const libraries = await cache.ensureQueryData(librariesQuery)
    const last = libraries.find((library) => library.id === lastLibrary.read()) ?? libraries[0]
    if (last) throw redirect({ to: '/libraries/$id', params: { id: last.id } })
    throw redirect({ to: '/setup' })
  },
})

export interface LibrarySearch extends ItemFilter {
  /** Which of its lists; the first when none is named. */
  kind?: ListedKind
  view?: 'list'
}

const library = createRoute({
  getParentRoute: () => shell,
  path: '/libraries/$id',
  params: id,
  validateSearch: (search): LibrarySearch => ({
    kind: isKind(`${search.kind}`) ? listAddress(search.kind as ItemKind).kind : undefined,
    sort: text(search.sort),
    person_id: whole(search.person_id),
    narrator_id: whole(search.narrator_id),
    series_id: whole(search.series_id),
    ...Object.fromEntries(TERM_TYPES.map((type) => [type, text(search[type])])),
    format: text(search.format),
    language: text(search.language),
    missing: flag(search.missing),
    has_error: flag(search.has_error),
    needs_review: flag(search.needs_review),
    view: search.view === 'list' ? 'list' : undefined,
  }),
  component: lazyRouteComponent(() => import('./pages/library-page'), 'LibraryPage'),
})

export interface NamesSearch {
  /** Of terms. */
  type?: TermType
  q?: string
  sort?: string
  offset?: number
}

const namesSearch = (search: Record<string, unknown>): NamesSearch => ({
  type: TERM_TYPES.find((type) => type === search.type),
  q: text(search.q),
  sort: text(search.sort),
  offset: whole(search.offset),
})

const libraryPeople = createRoute({
  getParentRoute: () => shell,
  path: '/libraries/$id/people',
  params: id,
  validateSearch: namesSearch,
  component: lazyRouteComponent(() => import('./pages/names-page'), 'PeoplePage'),
})

const librarySeries = createRoute({
  getParentRoute: () => shell,
  path: '/libraries/$id/series',
  params: id,
  validateSearch: namesSearch,
  component: lazyRouteComponent(() => import('./pages/names-page'), 'SeriesListPage'),
})

const libraryTerms = createRoute({
  getParentRoute: () => shell,
  path: '/libraries/$id/terms',
  params: id,
  validateSearch: namesSearch,
  component: lazyRouteComponent(() => import('./pages/names-page'), 'TermsPage'),
})

const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$id',
  params: id,
  component: lazyRouteComponent(() => import('./pages/name-page'), 'PersonPage'),
})

const series = createRoute({
  getParentRoute: () => shell,
  path: '/series/$id',
  params: id,
  component: lazyRouteComponent(() => import('./pages/name-page'), 'SeriesPage'),
})

const term = createRoute({
  getParentRoute: () => shell,
  path: '/terms/$id',
  params: id,
  component: lazyRouteComponent(() => import('./pages/name-page'), 'TermPage'),
})

export interface ReadSearch {
  /** From 1, as people count. */
  page?: number
  fit?: 'width'
}

/** Signed in, but without top bar: the page is all there is. */
const reader = createRoute({
  getParentRoute: () => root,
  id: 'reader',
  beforeLoad: ({ location }) => requireUser(location.href),
  component: Outlet,
})

const read = createRoute({
  getParentRoute: () => reader,
  path: '/books/$id/read/$fileId',
  params: {
    parse: (params: { id: string; fileId: string }) => ({
      id: Number(params.id),
      fileId: Number(params.fileId),
    }),
    stringify: (params: { id: number; fileId: number }) => ({
      id: `${params.id}`,
      fileId: `${params.fileId}`,
    }),
  },
  validateSearch: (search): ReadSearch => ({
    page: search.page === undefined ? undefined : whole(search.page),
    fit: search.fit === 'width' ? 'width' : undefined,
  }),
  component: lazyRouteComponent(() => import('./pages/read-page'), 'ReadPage'),
})

const review = createRoute({
  getParentRoute: () => shell,
  path: '/review',
  validateSearch: (search): { offset?: number } => ({
    offset: search.offset === undefined ? undefined : whole(search.offset),
  }),
  component: lazyRouteComponent(() => import('./pages/review-page'), 'ReviewPage'),
})

const trash = createRoute({
  getParentRoute: () => shell,
  path: '/libraries/$id/trash',
  params: id,
  validateSearch: (search): { offset?: number } => ({
    offset: search.offset === undefined ? undefined : whole(search.offset),
  }),
  component: lazyRouteComponent(() => import('./pages/trash-page'), 'TrashPage'),
})

export const routeTree = root.addChildren([
  setup,
  login,
  reader.addChildren([read]),
  shell.addChildren([
    home,
    library,
    libraryPeople,
    librarySeries,
    libraryTerms,
    person,
    series,
    term,
    trash,
    review,
    ...itemRoutes,
    settings,
  ]),
])

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
