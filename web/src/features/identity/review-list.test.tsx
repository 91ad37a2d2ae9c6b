import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { ReviewItem } from '@/api/types'
import { sampleMatch } from '@/testing/provider-samples'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import { ReviewLink } from './review-link'
import { ReviewList } from './review-list'

const waiting: ReviewItem = {
  item_id: 8,
  library_id: 2,
  library_name: 'Films',
  kind: 'movie',
  title: 'The Silent River',
  year: null,
  cover_url: null,
  provider: 'tmdb',
  provider_title: 'The Movie Database',
  best: sampleMatch(),
  candidates: 2,
}

async function show(mayChoose: boolean) {
  const chosen: unknown[] = []
  let items = [waiting]
  server.use(
    http.get('*/api/review', () => HttpResponse.json({ items, total: items.length })),
    http.put('*/api/items/8/identity/tmdb', async ({ request }) => {
      chosen.push(await request.json())
      items = []
      return HttpResponse.json({ item_id: 8, state: 'identified', providers: [] })
    }),
  )
  await renderPage(
    <>
      <ReviewLink />
      <ReviewList offset={0} onOffset={() => {}} mayChoose={() => mayChoose} />
    </>,
  )
  await screen.findByText('The likeliest of 2 matches at The Movie Database')
  return chosen
}

test('the likeliest is chosen at once, and then nothing waits and nothing is counted', async () => {
  const chosen = await show(true)
  expect(await screen.findByRole('link', { name: 'Review 1 item' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Choose The Silent River for The Silent River' }))
  expect(await screen.findByText('Nothing waits for you')).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: /^Review/ })).toBeNull()
  expect(chosen).toEqual([{ type: 'tmdb', value: '11' }])
})

test('who may only look is led to all matches', async () => {
  await show(false)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('link', { name: /^Look at all/ })).toHaveAttribute(
    'href',
    '/movies/8?open=identity',
  )
})
