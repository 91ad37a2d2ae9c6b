import { fireEvent } from '@testing-library/dom'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { itemSubject } from '@/api/subject'
import { sampleAsset, sampleOffer, serveAssets } from '@/testing/artwork-samples'
import { sampleMovie } from '@/testing/movie-samples'
import { renderPage } from '@/testing/render'
import { ArtworkView } from './artwork-view'

const Page = ({ locks = [] }: { locks?: string[] }) => (
  <ArtworkView
    item={itemSubject('movie', sampleMovie())}
    files={[]}
    locks={locks}
    search={{}}
    onSearch={() => {}}
    mayWrite
    mayConfigure
  />
)

const section = (name: string) => screen.findByRole('region', { name })

test('a picture that cannot be fetched says why, where it stands', async () => {
  const { asked, on } = serveAssets(8, [
    sampleOffer(2),
    sampleOffer(3, { score: 40, error: 'It was too large.' }),
  ])
  on('post', 'assets/:id/select', () =>
    HttpResponse.json({ detail: 'The Movie Database does not answer.' }, { status: 502 }),
  )
  await renderPage(<Page />)
  const list = within(await screen.findByRole('list', { name: 'Posters from providers' }))
  expect(list.getByRole('alert')).toHaveTextContent('It was too large.')
  await userEvent.click(list.getByRole('button', { name: 'Use this: Poster 1 from TMDB' }))
  expect(
    await within(list.getByRole('listitem', { name: 'Poster 1 from TMDB' })).findByRole('alert'),
  ).toHaveTextContent('The Movie Database does not answer.')
  expect(asked).toEqual(['POST /api/assets/2/select'])
})

test('a picture is used, and the keyboard goes with it to its new place', async () => {
  const { state, on } = serveAssets(8, [sampleOffer(2)])
  on('post', 'assets/:id/select', () => {
    state.assets = [sampleOffer(2, { in_use: true, selected: true, cache_path: 'x', preview_url: null })]
    return HttpResponse.json(state.assets[0])
  })
  await renderPage(<Page />)
  await userEvent.click(await screen.findByRole('button', { name: 'Use this: Poster 1 from TMDB' }))
  expect(await screen.findByText('Poster chosen')).toBeInTheDocument()
  expect(screen.getByText('Somebody chose it')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('listitem', { name: 'Poster 1 from TMDB' })).toHaveFocus())
})

test('what was rejected is folded away and can be taken back', async () => {
  const { asked, on } = serveAssets(8, [sampleAsset(1, { in_use: true }), sampleOffer(2, { rejected: true })])
  on('post', 'assets/:id/restore', () => HttpResponse.json(sampleOffer(2)))
  await renderPage(<Page />)
  await userEvent.click(await screen.findByText('1 rejected'))
  await userEvent.click(screen.getByRole('button', { name: 'Take back Poster 1 from TMDB' }))
  expect(await screen.findByText('Poster taken back')).toBeInTheDocument()
  expect(asked).toEqual(['POST /api/assets/2/restore'])
})

test('a picture is locked by itself, a type as a whole', async () => {
  const { asked, on } = serveAssets(8, [
    sampleAsset(1, { in_use: true }),
    sampleAsset(2, { type: 'banner', in_use: true }),
  ])
  on('put', 'assets/:id/lock', () => HttpResponse.json(sampleAsset(1)))
  on('delete', 'items/8/locks/:type', () => HttpResponse.json({ locks: [] }))
  await renderPage(<Page locks={['banner']} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Lock 1.jpg' }))
  expect(await screen.findByText('Poster locked')).toBeInTheDocument()
  const banners = within(await section('Banners'))
  expect(banners.queryByRole('button', { name: 'Lock 2.jpg' })).toBeNull()
  const lock = banners.getByRole('button', { name: 'Lock type: Banners' })
  expect(lock).toHaveAttribute('aria-pressed', 'true')
  await userEvent.click(lock)
  expect(await screen.findByText('Banners unlocked')).toBeInTheDocument()
  expect(asked).toEqual(['PUT /api/assets/1/lock', 'DELETE /api/items/8/locks/banner'])
})

test('a picture dropped on a type is uploaded as one of it', async () => {
  const { asked, on } = serveAssets(8, [sampleAsset(1, { type: 'banner', in_use: true })])
  on('post', 'items/8/assets', () => HttpResponse.json(sampleAsset(9), { status: 201 }))
  await renderPage(<Page />)
  const banners = await section('Banners')
  const picture = new File(['x'], 'mine.png', { type: 'image/png' })
  const dataTransfer = { types: ['Files'], files: [picture], dropEffect: 'none' }
  fireEvent.dragOver(banners, { dataTransfer })
  expect(screen.getByText('Drop it to upload it as banner')).toBeInTheDocument()
  fireEvent.drop(banners, { dataTransfer })
  expect(await screen.findByText('Banner uploaded')).toBeInTheDocument()
  expect(asked).toEqual(['POST /api/items/8/assets'])
})
