import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { itemSubject } from '@/api/subject'
import type { Asset } from '@/api/types'
import { sampleMovie } from '@/testing/movie-samples'
import { renderPage } from '@/testing/render'
import { sampleFile, sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { CoverDialog } from './cover-dialog'

const comic = sampleFile({ file_type: 'cbz', filepath: '/srv/books/saga.cbz', page_count: 3 })

const chosen: Partial<Asset> = {
  id: 9,
  file_id: 50,
  type: 'cover',
  origin: 'page:1:0123456789abcdef',
  source: 'manual',
  in_use: true,
}

const page = (index: number) => ({
  index,
  name: `${index}.png`,
  width: null,
  height: null,
  media_type: 'image/png',
})

async function open(answer: () => Response) {
  const asked: unknown[] = []
  let assets: Partial<Asset>[] = []
  server.use(
    http.get('*/api/items/5/assets', () => HttpResponse.json({ assets, total: assets.length })),
    http.get('*/api/books/files/50/pages', () =>
      HttpResponse.json({
        pages: [0, 1, 2].map(page),
        total: 3,
        version: 'abc',
        reading_direction: null,
        cover_index: 0,
      }),
    ),
    http.post('*/api/books/files/50/cover-page', async ({ request }) => {
      asked.push(await request.json())
      const response = answer()
      if (response.ok) assets = [chosen]
      return response
    }),
  )
  await renderPage(
    <CoverDialog subject={itemSubject('book', sampleWhole())} files={[comic]} onClose={() => {}} />,
  )
  await userEvent.click(await screen.findByText(/^Choose a page of/))
  return asked
}

test('a page of a comic is made its cover by its number, and then is named among the covers', async () => {
  const asked = await open(() => HttpResponse.json(comic))
  await userEvent.click(await screen.findByRole('button', { name: 'Use page 2' }))
  expect(await screen.findByText('Page 2 of saga.cbz')).toBeInTheDocument()
  expect(asked).toEqual([{ page: 1 }])
})

test('a page that cannot be taken out says why', async () => {
  await open(() => HttpResponse.json({ detail: '1.png is no picture that can be shown.' }, { status: 422 }))
  await userEvent.click(await screen.findByRole('button', { name: 'Use page 2' }))
  expect(await screen.findByText('1.png is no picture that can be shown.')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Use page 2' })).toBeEnabled())
})

test('what goes with a film stands by type; subtitles can be saved', async () => {
  const assets: Partial<Asset>[] = [
    { id: 1, type: 'poster', origin: 'path:/srv/poster.jpg', source: 'path', in_use: true },
    { id: 2, type: 'fanart', origin: 'path:/srv/fanart.jpg', source: 'path' },
    {
      id: 3,
      type: 'subtitle',
      origin: 'path:/srv/a.de.srt',
      source: 'path',
      language: 'de',
      cache_path: 'x',
    },
    { id: 4, type: 'trailer', origin: 'path:/srv/a-trailer.mkv', source: 'path' },
  ]
  server.use(http.get('*/api/items/8/assets', () => HttpResponse.json({ assets, total: assets.length })))
  await renderPage(
    <CoverDialog subject={itemSubject('movie', sampleMovie())} files={[]} onClose={() => {}} />,
  )
  const fanart = await screen.findByRole('region', { name: 'Fanart' })
  expect(within(fanart).getByText('In use')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Save a.de.srt' })).toHaveAttribute('href', '/api/assets/3/image')
  expect(within(screen.getByRole('region', { name: 'Trailers' })).queryByRole('link')).toBeNull()
  expect(screen.getByRole('combobox', { name: 'What it is' })).toHaveValue('poster')
})

const offered = (id: number, change: Partial<Asset> = {}): Partial<Asset> => ({
  id,
  type: 'poster',
  origin: `https://image/${id}.jpg`,
  source: 'tmdb',
  width: 2000,
  height: 3000,
  language: 'en',
  votes: 12,
  score: 50,
  score_parts: { language: 25, votes: 8.4 },
  preview_url: `/api/providers/tmdb/picture?address=${id}`,
  rejected: false,
  ...change,
})

async function openOffers(assets: Partial<Asset>[]) {
  const asked: string[] = []
  server.use(
    http.get('*/api/items/8/assets', () => HttpResponse.json({ assets, total: assets.length })),
    http.post('*/api/assets/:id/select', ({ params }) => {
      asked.push(`${params.id}`)
      return HttpResponse.json({ detail: 'The Movie Database does not answer.' }, { status: 502 })
    }),
  )
  await renderPage(
    <CoverDialog subject={itemSubject('movie', sampleMovie())} files={[]} onClose={() => {}} />,
  )
  const list = await screen.findByRole('list', { name: 'Posters from providers' })
  return { asked, list }
}

test('what providers offer stands by score, what was removed last, with what the score is made of', async () => {
  const { list } = await openOffers([
    offered(1, { score: 90, rejected: true }),
    offered(2, { score: 40 }),
    offered(3, { score: 70, language: null }),
    { id: 4, type: 'poster', origin: 'path:/srv/poster.jpg', source: 'path', in_use: true },
  ])
  const pictures = within(list).getAllByRole('img')
  expect(pictures.map((each) => each.getAttribute('src'))).toEqual(
    [3, 2, 1].map((id) => `/api/providers/tmdb/picture?address=${id}`),
  )
  expect(within(list).getByText('2000 × 3000 · No language · 12 votes')).toBeInTheDocument()
  await userEvent.click(within(list).getByText('70 of 100'))
  expect(within(list).getAllByText('Language')[0]).toBeVisible()
  expect(screen.getByText('poster.jpg')).toBeInTheDocument()
})

test('a picture that cannot be fetched says why', async () => {
  const { asked, list } = await openOffers([offered(2, { error: 'It was too large.' })])
  expect(within(list).getByRole('alert')).toHaveTextContent('It was too large.')
  await userEvent.click(screen.getByRole('button', { name: 'Use Poster 1 from TMDB' }))
  expect(await screen.findByText('The Movie Database does not answer.')).toBeInTheDocument()
  expect(asked).toEqual(['2'])
})

test('a long list of offers is cut until one asks for all of it', async () => {
  const { list } = await openOffers(Array.from({ length: 14 }, (_, index) => offered(index + 1)))
  expect(within(list).getAllByRole('listitem')).toHaveLength(10)
  await userEvent.click(screen.getByRole('button', { name: 'Show all 14' }))
  expect(within(list).getAllByRole('listitem')).toHaveLength(14)
})
