import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { meQuery } from '@/api/access'
import { isUnauthenticated } from '@/api/client'
import { cache } from './cache'
import { ErrorPage } from './error-page'
import { NotFound } from './not-found'
import { Shell } from './shell'

/** What all other routes hang below. */
export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ErrorPage,
})

/** Leads to signing in, and from there to where one wanted to go. */
export async function requireUser(next: string) {
  try {
    await cache.ensureQueryData(meQuery)
  } catch (error) {
    if (isUnauthenticated(error)) throw redirect({ to: '/login', search: next === '/' ? {} : { next } })
    throw error
  }
}

/** Signed in, with the top bar. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ location }) => requireUser(location.href),
  component: Shell,
})
