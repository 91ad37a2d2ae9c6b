import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, renderHook, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { freshCache } from '@/testing/render'
import { sampleBook } from '@/testing/samples'
import { server } from '@/testing/server'
import { useSelection } from './use-selection'
import { useSelectionKeys } from './use-selection-keys'

const TOTAL = 3_000

/** A library of 3,000 books, each with the id of its place. */
function open() {
  server.use(
    http.get('*/api/books', ({ request }) => {
      const query = new URL(request.url).searchParams
      const offset = Number(query.get('offset'))
      const length = Math.min(Number(query.get('limit')), TOTAL - offset)
      const books = Array.from({ length }, (_, index) => sampleBook(offset + index))
      return HttpResponse.json({ books, total: TOTAL })
    }),
  )
  const cache = freshCache()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>{children}</QueryClientProvider>
  )
  return renderHook(
    () => {
      const selection = useSelection({ kind: 'book', libraryId: 1, filter: {} })
      useSelectionKeys(selection)
      return selection
    },
    { wrapper },
  ).result
}

const ids = (selection: { current: ReturnType<typeof useSelection> }) =>
  selection.current.items.map((item) => item.id)

test('B12 with shift all between are selected, also those that were never in view', async () => {
  const selection = open()
  act(() => selection.current.toggle(sampleBook(700), 700, false))
  act(() => selection.current.toggle(sampleBook(100), 100, true))
  await waitFor(() => expect(ids(selection)).toHaveLength(601))
  expect(selection.current.has(100)).toBe(true)
  expect(selection.current.has(99)).toBe(false)
})

test('B12 a second touch lets a book go', () => {
  const selection = open()
  act(() => selection.current.toggle(sampleBook(1), 1, false))
  act(() => selection.current.toggle(sampleBook(1), 1, false))
  expect(ids(selection)).toEqual([])
})

test('B12 Ctrl-A selects as many as one edit takes, Esc lets go', async () => {
  const selection = open()
  fireEvent.keyDown(document.body, { key: 'a', ctrlKey: true })
  await waitFor(() => expect(ids(selection)).toHaveLength(1_000))
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(ids(selection)).toEqual([])
})

test('B12 what is typed into a box selects nothing', async () => {
  const selection = open()
  const box = document.body.appendChild(document.createElement('input'))
  fireEvent.keyDown(box, { key: 'a', ctrlKey: true })
  box.remove()
  act(() => selection.current.toggle(sampleBook(1), 1, false))
  expect(ids(selection)).toEqual([1])
})
