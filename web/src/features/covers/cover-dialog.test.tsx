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
