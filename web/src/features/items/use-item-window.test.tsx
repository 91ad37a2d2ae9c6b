import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { freshCache } from '@/testing/render'
import { sampleBook } from '@/testing/samples'
import { server } from '@/testing/server'
import { useItemWindow } from './use-item-window'

const TOTAL = 10_000

function answerBooks() {
  const offsets: number[] = []
  server.use(
    http.get('*/api/books', ({ request }) => {
      const query = new URL(request.url).searchParams
      const offset = Number(query.get('offset'))
      const length = Math.min(Number(query.get('limit')), TOTAL - offset)
      offsets.push(offset)
      const books = Array.from({ length }, (_, index) => sampleBook(offset + index))
      return HttpResponse.json({ books, total: TOTAL })
    }),
  )
  return offsets
}

const wrapper = () => {
  const cache = freshCache()
  return function Wrapper({ children }: { children: ReactNode }) {
    return <QueryClientProvider client={cache}>{children}</QueryClientProvider>
  }
}

test('C22 of 10,000 books only the windows that were shown are fetched', async () => {
  const offsets = answerBooks()
  const view = renderHook(
    ({ first, last }) => useItemWindow({ kind: 'book', libraryId: 1, filter: {} }, first, last),
    {
      initialProps: { first: 0, last: 27 },
      wrapper: wrapper(),
    },
  )
  await waitFor(() => expect(view.result.current.total).toBe(TOTAL))
  expect(view.result.current.at(5)?.title).toBe('Book 5')
  expect(view.result.current.at(9_500)).toBeUndefined()

  view.rerender({ first: 9_500, last: 9_527 })
  await waitFor(() => expect(view.result.current.at(9_501)?.title).toBe('Book 9501'))
  expect(offsets).toEqual([0, 9_480])
})

test('a new filter shows none of the books of the last', async () => {
  answerBooks()
  const view = renderHook(
    ({ sort }) => useItemWindow({ kind: 'book', libraryId: 1, filter: { sort } }, 0, 27),
    {
      initialProps: { sort: 'title' },
      wrapper: wrapper(),
    },
  )
  await waitFor(() => expect(view.result.current.at(0)).toBeDefined())
  view.rerender({ sort: '-added' })
  expect(view.result.current.at(0)).toBeUndefined()
  await waitFor(() => expect(view.result.current.at(0)).toBeDefined())
})
