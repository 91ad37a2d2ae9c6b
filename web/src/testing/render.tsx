import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { KINDS, routeOf, type ItemKind } from '@/api/kinds'
import { TooltipScope } from '@/components/ui/tooltip'

export const freshCache = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })

/** Renders at `/` of a small router that knows the pages a click may lead to. */
export async function renderPage(page: ReactNode, cache = freshCache()) {
  const root = createRootRoute({ component: Outlet })
  const at = (path: string, component: () => ReactNode) =>
    createRoute({ getParentRoute: () => root, path, component })
  const router = createRouter({
    routeTree: root.addChildren([
      at('/', () => page),
      at('/settings/jobs/$id', () => null),
      at('/settings/libraries/$id', () => null),
      at('/settings/providers', () => null),
      ...(Object.keys(KINDS) as ItemKind[]).map((kind) => at(routeOf(kind), () => null)),
      at('/libraries/$id', () => null),
      at('/people/$id', () => null),
      at('/series/$id', () => null),
      at('/terms/$id', () => null),
    ]),
    history: createMemoryHistory(),
  })
  await router.load()
  const view = render(
    <QueryClientProvider client={cache}>
      <TooltipScope>
        <RouterProvider router={router as never} />
        <Toaster />
      </TooltipScope>
    </QueryClientProvider>,
  )
  return { ...view, router, cache }
}
