import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { fireEvent } from '@testing-library/dom'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { itemSubject } from '@/api/subject'
import { sampleAsset, sampleOffer, serveAssets } from '@/testing/artwork-samples'
import { sampleMovie } from '@/testing/movie-samples'
import { renderPage } from '@/testing/render'
import { ArtworkView, type ArtworkSearch } from './artwork-view'

const film = itemSubject('movie', sampleMovie())

interface Given {
  locks?: string[]
  search?: ArtworkSearch
  mayWrite?: boolean
}

/** The address, as the page around it keeps it. */
function Page({ locks = [], search: first = {}, mayWrite = true }: Given) {
  const [search, setSearch] = useState(first)
  return (
    <>
      <ArtworkView
        item={film}
        files={[]}
        locks={locks}
        search={search}
        onSearch={setSearch}
        mayWrite={mayWrite}
        mayConfigure={mayWrite}
      />
      <output aria-label="Address">{JSON.stringify(search)}</output>
    </>
  )
}

const section = (name: string) => screen.findByRole('region', { name })

test('each picture in use is marked, with what is known of it and why it is used', async () => {
  serveAssets(8, [
    sampleAsset(1, { in_use: true, locked: true, selected: true }),
    sampleOffer(2, { type: 'fanart', in_use: true, picked: true, cache_path: 'x', preview_url: null }),
    sampleOffer(3, {
      type: 'fanart',
      in_use: true,
      picked: true,
      cache_path: 'y',
      preview_url: null,
      score: 40,
    }),
    sampleOffer(4, { type: 'fanart', score: 30 }),
  ])
  await renderPage(<Page />)
  const posters = within(await section('Posters'))
  expect(posters.getByText('In use')).toBeInTheDocument()
  expect(posters.getByText('1000 × 1500')).toBeInTheDocument()
  expect(posters.getByText('Beside the files')).toBeInTheDocument()
  expect(posters.getByText('It is locked and stays, whatever is found')).toBeInTheDocument()
  const fanart = within(await section('Fanart'))
  expect(fanart.getAllByText(/^In use/).map((each) => each.textContent?.trim())).toEqual([
    'In use, 1 of 2',
    'In use, 2 of 2',
  ])
  expect(fanart.getByText('2 of 3 in use')).toBeInTheDocument()
  expect(fanart.getByRole('button', { name: 'Use only this: Fanart 1 from TMDB' })).toBeInTheDocument()
  expect(fanart.queryByRole('button', { name: 'Lock Fanart 1 from TMDB' })).toBeNull()
})

test('the types there are stand in a list with their counts, and the one that stands for the item always', async () => {
  serveAssets(8, [
    sampleAsset(1, { type: 'trailer', origin: 'path:/srv/a-trailer.mkv', cache_path: null }),
    sampleAsset(2, { type: 'banner', in_use: true }),
    sampleAsset(3, { type: 'banner' }),
    sampleAsset(4, { type: 'banner', rejected: true }),
  ])
  await renderPage(<Page />)
  const types = within(await screen.findByRole('navigation', { name: 'Types of artwork' }))
  expect(types.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Posters 0',
    'Banners 2',
    'Trailers 1',
  ])
  expect(types.getByRole('link', { name: 'Banners 2' })).toHaveAttribute('href', '/#banner')
  await userEvent.click(types.getByRole('link', { name: 'Banners 2' }))
  expect(screen.getByRole('heading', { name: 'Banners' })).toHaveFocus()
  expect(within(await section('Posters')).getByText('There is no poster yet')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'switch on a provider' })).toHaveAttribute(
    'href',
    '/settings/providers',
  )
})

test('what is no picture is listed and can be saved as long as it is kept', async () => {
  serveAssets(8, [
    sampleAsset(3, { type: 'subtitle', origin: 'path:/srv/a.de.srt', language: 'de' }),
    sampleAsset(4, { type: 'trailer', origin: 'path:/srv/a-trailer.mkv', cache_path: null }),
  ])
  await renderPage(<Page />)
  expect(await screen.findByRole('link', { name: 'Save a.de.srt' })).toHaveAttribute(
    'href',
    '/api/assets/3/image',
  )
  expect(within(await section('Trailers')).queryByRole('link')).toBeNull()
})

test('what providers offer stands by score, with what the score is made of', async () => {
  serveAssets(8, [
    sampleOffer(2, { score: 40 }),
    sampleOffer(3, { score: 70, language: null }),
    sampleAsset(4, { in_use: true }),
  ])
  await renderPage(<Page />)
  const list = within(await screen.findByRole('list', { name: 'Posters from providers' }))
  expect(list.getAllByRole('img').map((each) => each.getAttribute('src'))).toEqual(
    [3, 2].map((id) => `/api/providers/tmdb/picture?address=${id}`),
  )
  expect(list.getByText('2000 × 3000 · No language · 12 votes')).toBeInTheDocument()
  await userEvent.click(list.getByText('70 of 100'))
  expect(list.getAllByText('Language')[0]).toBeVisible()
})

const many = [
  ...Array.from({ length: 12 }, (_, index) => sampleOffer(index + 1, { score: 90 - index })),
  sampleOffer(20, { language: 'de', score: 10 }),
  sampleOffer(21, { language: null, score: 9, source: 'fanarttv' }),
]

test('a long list of offers is cut until one asks for all of it', async () => {
  serveAssets(8, many)
  await renderPage(<Page />)
  const list = within(await screen.findByRole('list', { name: 'Posters from providers' }))
  expect(list.getAllByRole('listitem')).toHaveLength(10)
  await userEvent.click(screen.getByRole('button', { name: 'Show all 14' }))
  expect(list.getAllByRole('listitem')).toHaveLength(14)
})

test('many offers are narrowed by language and provider, which the address keeps', async () => {
  serveAssets(8, many)
  await renderPage(<Page search={{ provider: 'fanarttv' }} />)
  expect(await screen.findByText('1 of 14 pictures from providers, best first')).toBeInTheDocument()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Provider' }), 'All providers')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'German')
  const list = within(screen.getByRole('list', { name: 'Posters from providers' }))
  expect(list.getAllByRole('listitem', { name: /^Poster/ })).toHaveLength(1)
  expect(list.getByRole('listitem', { name: 'Poster 13 from TMDB' })).toBeInTheDocument()
  expect(screen.getByLabelText('Address')).toHaveTextContent('{"language":"de"}')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Provider' }), 'fanart.tv')
  expect(screen.getByText('None of that: Posters')).toBeInTheDocument()
})

test('where there is but one type no list of types is needed', async () => {
  serveAssets(8, [])
  await renderPage(<Page />)
  await section('Posters')
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('a few offers need no narrowing', async () => {
  serveAssets(8, many.slice(0, 5))
  await renderPage(<Page />)
  await section('Posters')
  expect(screen.queryByRole('combobox', { name: 'Language' })).toBeNull()
})

test('who may only read sees everything and can change nothing', async () => {
  serveAssets(8, [sampleAsset(1, { in_use: true }), sampleOffer(2)])
  await renderPage(<Page mayWrite={false} locks={['poster']} />)
  const posters = within(await section('Posters'))
  expect(posters.getByText('It was in use when this type was locked')).toBeInTheDocument()
  expect(posters.getByText('50 of 100')).toBeInTheDocument()
  expect(posters.queryByRole('button')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Upload a picture' })).toBeNull()
  expect(posters.getByRole('link', { name: '1.jpg in full size' })).toBeInTheDocument()
})

test('a preview that is broken says so', async () => {
  serveAssets(8, [sampleOffer(2)])
  await renderPage(<Page />)
  fireEvent.error(await screen.findByRole('img', { name: 'Poster 1 from TMDB' }))
  expect(screen.getByText('This picture cannot be shown')).toBeInTheDocument()
})
