import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { itemSubject } from '@/api/subject'
import type { Identities, ProviderIdentity } from '@/api/types'
import { sampleMovie } from '@/testing/movie-samples'
import { sampleMatch } from '@/testing/provider-samples'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import { IdentitySheet } from './identity-sheet'

const movie = itemSubject('movie', sampleMovie())

const at = (change: Partial<ProviderIdentity> = {}): ProviderIdentity => ({
  provider: 'tmdb',
  title: 'The Movie Database',
  is_usable: true,
  can_search: true,
  identity: null,
  candidates: [],
  ...change,
})

const identities = (...providers: ProviderIdentity[]): Identities => ({
  item_id: movie.itemId,
  state: 'identified',
  providers,
})

async function open(provider: ProviderIdentity, mayWrite = true) {
  const asked: unknown[] = []
  let now = identities(provider)
  server.use(
    http.get('*/api/items/:id/identity', () => HttpResponse.json(now)),
    http.put('*/api/items/:id/identity/tmdb', async ({ request }) => {
      asked.push(await request.json())
      const chosen = {
        type: 'tmdb',
        value: '11',
        how: 'person',
        score: null,
        explanation: null,
        pinned: true,
      }
      now = identities(at({ identity: chosen as ProviderIdentity['identity'] }))
      return HttpResponse.json(now)
    }),
    http.post('*/api/items/:id/identity/search', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ matches: [sampleMatch({ title: 'Found' })], total: 1 })
    }),
    http.post('*/api/items/:id/identity/tmdb/preview', () =>
      HttpResponse.json({
        title: 'The Silent River',
        fields: { tagline: [null, 'Nothing is as it was.'] },
        file_fields: {},
      }),
    ),
  )
  await renderPage(<IdentitySheet subject={movie} mayWrite={mayWrite} onClose={() => {}} />)
  await screen.findByRole('region', { name: 'The Movie Database' })
  return asked
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })

test('a match shows what its score is made of, also what speaks against it', async () => {
  await open(at({ candidates: [sampleMatch()] }))
  expect(screen.getByText('Needs a choice')).toBeInTheDocument()
  await userEvent.click(screen.getByText('75 of 100'))
  expect(screen.getByText('60 / 60')).toBeInTheDocument()
  expect(screen.getByText('−20 / 20')).toBeInTheDocument()
})

test('what would change is shown field by field, and then chosen', async () => {
  const asked = await open(at({ candidates: [sampleMatch()] }))
  await userEvent.click(await button('Preview The Silent River (1999)'))
  const changes = await screen.findByRole('region', { name: 'What would change' })
  expect(await within(changes).findByText('Nothing is as it was.')).toBeInTheDocument()
  await userEvent.click(await button('Choose this'))
  expect(await screen.findByText('Somebody chose it, and no scan changes it.')).toBeInTheDocument()
  expect(asked).toEqual([{ type: 'tmdb', value: '11' }])
})

test('one searches by other words and another year', async () => {
  const asked = await open(at())
  await userEvent.click(screen.getByText('Search The Movie Database'))
  await userEvent.clear(screen.getByLabelText('Title'))
  await userEvent.type(screen.getByLabelText('Title'), 'Other')
  await userEvent.type(screen.getByLabelText('Year'), '1998')
  await userEvent.click(await button('Search'))
  expect(await screen.findByRole('button', { name: /^Choose Found/ })).toBeInTheDocument()
  expect(asked).toEqual([{ provider: 'tmdb', title: 'Other', year: 1998 }])
})

test('a provider that cannot be asked says why', async () => {
  await open(at())
  const detail = 'The Movie Database is switched off or has no key. See Settings, Providers.'
  server.use(
    http.post('*/api/items/:id/identity/search', () => HttpResponse.json({ detail }, { status: 409 })),
  )
  await userEvent.click(screen.getByText('Search The Movie Database'))
  await userEvent.click(await button('Search'))
  expect(await screen.findByText(detail)).toBeInTheDocument()
})

test('a provider that is off is named and not offered a search', async () => {
  server.use(
    http.get('*/api/items/:id/identity', () =>
      HttpResponse.json(identities(at(), at({ provider: 'tvdb', title: 'TheTVDB', is_usable: false }))),
    ),
  )
  await renderPage(<IdentitySheet subject={movie} mayWrite onClose={() => {}} />)
  expect(await screen.findByText(/^Not asked: TheTVDB\./)).toBeInTheDocument()
  expect(screen.queryByText('Search TheTVDB')).toBeNull()
  expect(await button('Ask providers again')).toBeEnabled()
})

test('where no provider is on nothing is offered to ask', async () => {
  server.use(
    http.get('*/api/items/:id/identity', () => HttpResponse.json(identities(at({ is_usable: false })))),
  )
  await renderPage(<IdentitySheet subject={movie} mayWrite onClose={() => {}} />)
  expect(await screen.findByText(/^No provider of movies is switched on\./)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Ask providers again' })).toBeNull()
})

test('who may only look sees how it is known and nothing to press', async () => {
  const identity = {
    type: 'tmdb',
    value: '11',
    how: 'identifier',
    score: null,
    explanation: { identifier: { type: 'imdb', value: 'tt11' } },
    pinned: false,
  } as unknown as ProviderIdentity['identity']
  await open(at({ identity }), false)
  expect(screen.getByText(/Known by IMDb tt11/)).toBeInTheDocument()
  expect(screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'))).toEqual(['Close'])
})
