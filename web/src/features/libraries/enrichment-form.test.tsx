import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Library } from '@/api/types'
import { sampleProvider } from '@/testing/provider-samples'
import { renderPage } from '@/testing/render'
import { sampleLibrary } from '@/testing/samples'
import { server } from '@/testing/server'
import { EnrichmentForm } from './enrichment-form'

const book = (...fields: string[]) => ({
  kind: 'book',
  search: true,
  metadata: true,
  artwork: true,
  fields,
})

async function open(options: Partial<Library['options']> = {}) {
  const sent: unknown[] = []
  const { options: usual } = sampleLibrary()
  const providers = [
    sampleProvider({
      name: 'googlebooks',
      title: 'Google Books',
      rank: 30,
      kinds: [book('title', 'genres')],
      enabled: true,
    }),
    sampleProvider({
      name: 'openlibrary',
      title: 'Open Library',
      rank: 20,
      kinds: [book('title', 'genres', 'series')],
    }),
    sampleProvider(),
  ]
  server.use(
    http.get('*/api/providers', () => HttpResponse.json({ providers, total: 3 })),
    http.patch('*/api/libraries/1', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(sampleLibrary())
    }),
  )
  await renderPage(
    <EnrichmentForm library={sampleLibrary({ options: { ...usual, ...options } })} mayAsk={true} />,
  )
  await screen.findByRole('list', { name: 'Order of providers' })
  return sent
}

const order = () =>
  within(screen.getByRole('list', { name: 'Order of providers' }))
    .getAllByRole('listitem')
    .map((each) => each.textContent)
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

test('providers of such items stand in their usual order and are moved by buttons and by keys', async () => {
  const sent = await open()
  expect(order()).toEqual(['1Open Library (off)', '2Google Books'])
  await userEvent.click(screen.getByRole('button', { name: 'Move Google Books up' }))
  expect(order()).toEqual(['1Google Books', '2Open Library (off)'])
  await waitFor(() => expect(screen.getByRole('button', { name: 'Move Google Books down' })).toHaveFocus())
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(order()).toEqual(['1Open Library (off)', '2Google Books'])
  await save()
  await waitFor(() => expect(sent).toEqual([{ options: { provider_order: ['openlibrary', 'googlebooks'] } }]))
})

test('the usual order is an empty one', async () => {
  const sent = await open({ provider_order: ['googlebooks', 'openlibrary'] })
  await waitFor(() => expect(order()).toEqual(['1Google Books', '2Open Library (off)']))
  await userEvent.click(screen.getByRole('button', { name: 'Usual order' }))
  await save()
  await waitFor(() => expect(sent).toEqual([{ options: { provider_order: [] } }]))
})

test('languages are added and removed, a country is chosen, and only what was touched is sent', async () => {
  const sent = await open({ languages: ['de'] })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Add a language' }), 'French')
  await userEvent.click(screen.getByRole('button', { name: 'Remove German' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Country' }), 'France')
  await userEvent.click(screen.getByLabelText('Only fill what is empty'))
  await save()
  await waitFor(() =>
    expect(sent).toEqual([{ options: { languages: ['fr'], country: 'FR', fill_empty_only: true } }]),
  )
})

test('nothing is saved before something changed, and it can be taken back', async () => {
  await open()
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Fetch' }), 'Nothing')
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getByRole('combobox', { name: 'Fetch' })).toHaveValue('full')
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
})

test('for single fields providers are put into an order of their own', async () => {
  const sent = await open()
  await userEvent.click(screen.getByText('For single fields'))
  const offered = screen.getByRole('combobox', { name: 'Add a field' })
  expect(
    within(offered)
      .getAllByRole('option')
      .map((each) => each.textContent),
  ).toEqual(['Add a field', 'Title', 'Genres'])
  await userEvent.selectOptions(offered, 'Genres')
  const genres = within(screen.getByRole('list', { name: 'Order of providers for Genres' }))
  await userEvent.click(genres.getByRole('button', { name: 'Move Google Books up' }))
  await save()
  await waitFor(() =>
    expect(sent).toEqual([{ options: { field_order: { genres: ['googlebooks', 'openlibrary'] } } }]),
  )
})

test('a field that is removed is taken out of what is saved, and the others stay', async () => {
  const sent = await open({ field_order: { genres: ['googlebooks'], title: ['googlebooks'] } })
  const title = within(screen.getByRole('list', { name: 'Order of providers for Title' }))
  expect(title.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
    '1Google Books',
    '2Open Library (off)',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Remove Title' }))
  await save()
  await waitFor(() =>
    expect(sent).toEqual([{ options: { field_order: { genres: ['googlebooks'], title: null } } }]),
  )
})
