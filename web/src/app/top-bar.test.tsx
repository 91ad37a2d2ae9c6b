import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import { TooltipScope } from '@/components/ui/tooltip'
import { sampleNode, sampleSystem } from '@/testing/samples'
import { server } from '@/testing/server'
import { cache } from './cache'
import { routeTree } from './router'

vi.mock('@/api/live-hub', () => ({
  live: {
    start: vi.fn(),
    stop: vi.fn(),
    on: () => () => {},
    onReset: () => () => {},
    onCaughtUp: () => () => {},
    watchJob: () => () => {},
  },
}))

afterEach(() => cache.clear())

const library = {
  id: 1,
  name: 'Novels',
  type: 'book',
  paths: ['/srv/books'],
  roots: [],
  options: {},
  counts: { items: 0, files: 0, missing: 0 },
  last_scan: null,
}

async function open(address: string, permissions: string[]) {
  server.use(
    http.get('*/api/auth/me', () =>
      HttpResponse.json({ id: 1, username: 'ada', role: 'x', permissions, library_access: 'all' }),
    ),
    http.get('*/api/libraries', () => HttpResponse.json({ libraries: [library], total: 1 })),
    http.get('*/api/jobs', () => HttpResponse.json({ jobs: [], total: 0 })),
    http.get('*/api/scans', () => HttpResponse.json({ scans: [], total: 0 })),
    http.get('*/api/books', () => HttpResponse.json({ books: [], total: 0 })),
  )
  const history = createMemoryHistory({ initialEntries: [address] })
  const router = createRouter({ routeTree, history })
  render(
    <QueryClientProvider client={cache}>
      <TooltipScope>
        <RouterProvider router={router as never} />
      </TooltipScope>
    </QueryClientProvider>,
  )
  // The page's code is loaded first.
  await screen.findByRole('button', { name: /^Library: / }, { timeout: 10_000 })
}

const all = ['jobs:read', 'jobs:write', 'libraries:read', 'books:read']
const resync = () => screen.queryByRole('button', { name: 'Resync library' })

test('A7 inside a library the resync button stands right after the library switcher', async () => {
  await open('/libraries/1', all)
  await waitFor(() => expect(resync()).toBeInTheDocument())
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
  expect(names.indexOf('Resync library')).toBe(names.indexOf('Library: Novels') + 1)
})

test('A7 without jobs:write there is no resync button', async () => {
  await open(
    '/libraries/1',
    all.filter((permission) => permission !== 'jobs:write'),
  )
  expect(await screen.findByRole('heading', { name: 'Novels' })).toBeInTheDocument()
  expect(resync()).toBeNull()
})

test('A7 outside a library there is no resync button', async () => {
  await open('/settings/jobs', all)
  expect(await screen.findByRole('heading', { name: 'Jobs' })).toBeInTheDocument()
  expect(resync()).toBeNull()
})

test('the system page is offered and shown to those who may read the configuration', async () => {
  server.use(
    http.get('*/api/system', () => HttpResponse.json(sampleSystem())),
    http.get('*/api/nodes', () => HttpResponse.json({ nodes: [sampleNode()] })),
  )
  await open('/settings/system', [...all, 'config:read'])

  expect(await screen.findByRole('heading', { name: 'System' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'System' })).toBeInTheDocument()
})

test('the system page is neither offered nor shown to others', async () => {
  await open('/settings/system', all)

  expect(await screen.findByRole('heading', { name: 'This page is for administrators' })).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: 'System' })).toBeNull()
})
