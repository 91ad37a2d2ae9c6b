import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { flag, id, text, whole } from './address'
import { shell } from './frame-routes'

const frame = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-frame'), 'SettingsFrame'),
})

const settingsHome = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/libraries' })
  },
})

const settingsLibraries = createRoute({
  getParentRoute: () => frame,
  path: '/libraries',
  validateSearch: (search): { add?: true } => ({ add: flag(search.add) }),
  component: lazyRouteComponent(() => import('./pages/libraries-page'), 'LibrariesPage'),
})

export interface LibrarySettingsSearch {
  tab?: string
  /** The path that is explained. */
  path?: string
  run?: number
  takeBack?: number
  offset?: number
}

const settingsLibrary = createRoute({
  getParentRoute: () => frame,
  path: '/libraries/$id',
  params: id,
  validateSearch: (search): LibrarySettingsSearch => ({
    tab: text(search.tab),
    path: text(search.path),
    run: whole(search.run),
    takeBack: whole(search.takeBack),
    offset: whole(search.offset),
  }),
  component: lazyRouteComponent(() => import('./pages/library-settings-page'), 'LibrarySettingsPage'),
})

export interface JobsSearch {
  type?: string
  status?: string
  library?: number
  offset?: number
}

const settingsJobs = createRoute({
  getParentRoute: () => frame,
  path: '/jobs',
  validateSearch: (search): JobsSearch => ({
    type: text(search.type),
    status: text(search.status),
    library: search.library === undefined ? undefined : whole(search.library),
    offset: search.offset === undefined ? undefined : whole(search.offset),
  }),
  component: lazyRouteComponent(() => import('./pages/jobs-page'), 'JobsPage'),
})

const settingsJob = createRoute({
  getParentRoute: () => frame,
  path: '/jobs/$id',
  params: id,
  validateSearch: (search): { tab?: string } => ({ tab: text(search.tab) }),
  component: lazyRouteComponent(() => import('./pages/job-page'), 'JobPage'),
})

const settingsProviders = createRoute({
  getParentRoute: () => frame,
  path: '/providers',
  component: lazyRouteComponent(() => import('./pages/providers-page'), 'ProvidersPage'),
})

const settingsSystem = createRoute({
  getParentRoute: () => frame,
  path: '/system',
  component: lazyRouteComponent(() => import('./pages/system-page'), 'SystemPage'),
})

export const settings = frame.addChildren([
  settingsHome,
  settingsLibraries,
  settingsLibrary,
  settingsJobs,
  settingsJob,
  settingsProviders,
  settingsSystem,
])
