import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { itemSubject } from '@/api/subject'
import { sampleAsset, serveAssets } from '@/testing/artwork-samples'
import { renderPage } from '@/testing/render'
import { sampleFile, sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { ArtworkView } from './artwork-view'

const comic = sampleFile({ file_type: 'cbz', filepath: '/srv/books/saga.cbz', page_count: 3 })

async function openPages(answer: () => Response) {
  const { asked, state, on } = serveAssets(5, [])
  on('post', 'books/files/50/cover-page', () => {
    const response = answer()
    if (response.ok)
      state.assets = [
        sampleAsset(9, { file_id: 50, type: 'cover', origin: 'page:1:0123', source: 'manual', in_use: true }),
      ]
    return response
  })
  const page = (index: number) => ({
    index,
    name: `${index}.png`,
    width: null,
    height: null,
    media_type: 'image/png',
  })
  server.use(
    http.get('*/api/books/files/50/pages', () =>
      HttpResponse.json({
        pages: [0, 1, 2].map(page),
        total: 3,
        version: 'abc',
        reading_direction: null,
        cover_index: 0,
      }),
    ),
  )
  await renderPage(
    <ArtworkView
      item={itemSubject('book', sampleWhole())}
      files={[comic]}
      locks={[]}
      search={{ pages: 50 }}
      onSearch={() => {}}
      mayWrite
      mayConfigure
    />,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Use page 2' }))
  return asked
}

test('a page of a comic is made its cover, and then is named among the covers', async () => {
  const asked = await openPages(() => HttpResponse.json(comic))
  expect(await screen.findByText('Page 2 of saga.cbz')).toBeInTheDocument()
  expect(asked).toEqual(['POST /api/books/files/50/cover-page'])
})

test('a page that cannot be taken out says why', async () => {
  await openPages(() =>
    HttpResponse.json({ detail: '1.png is no picture that can be shown.' }, { status: 422 }),
  )
  expect(await screen.findByText('1.png is no picture that can be shown.')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Use page 2' })).toBeEnabled())
})
