import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Provider } from '@/api/types'
import { sampleProvider } from '@/testing/provider-samples'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import { ProviderList } from './provider-list'

/** Shows one provider; what is sent about it is kept, and changes it. */
async function show(change: Partial<Provider> = {}, mayWrite = true) {
  const sent: unknown[] = []
  let provider = sampleProvider(change)
  server.use(
    http.get('*/api/providers', () => HttpResponse.json({ providers: [provider], total: 1 })),
    http.put('*/api/providers/tmdb', async ({ request }) => {
      const body = (await request.json()) as Partial<Provider>
      sent.push(body)
      provider = { ...provider, enabled: body.enabled ?? provider.enabled, has_key: true }
      return HttpResponse.json(provider)
    }),
    http.post('*/api/providers/tmdb/test', () => {
      sent.push('test')
      return HttpResponse.json({ ok: true, message: null, took_ms: 321 })
    }),
  )
  await renderPage(<ProviderList mayWrite={mayWrite} />)
  await screen.findByRole('heading', { name: 'The Movie Database' })
  return sent
}

const button = (name: string) => screen.getByRole('button', { name })

test('a card tells what a provider knows, whose data it is, and that it is off', async () => {
  await show()
  expect(screen.getByText('Movies, shows: metadata and artwork')).toBeInTheDocument()
  expect(screen.getByText('Seasons: metadata')).toBeInTheDocument()
  expect(screen.getByText('Off')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /themoviedb\.org/ })).toBeInTheDocument()
  expect(button('Save')).toBeDisabled()
})

test('a key that was typed is sent once, and then only told to be there', async () => {
  const sent = await show()
  await userEvent.click(screen.getByLabelText('Ask The Movie Database'))
  await userEvent.type(screen.getByLabelText('Key'), ' secret ')
  await userEvent.click(button('Save'))
  expect(await screen.findByText('A key is stored')).toBeInTheDocument()
  expect(sent).toEqual([{ enabled: true, key: 'secret' }])
  expect(screen.queryByDisplayValue(/secret/)).toBeNull()
})

test('a stored key is removed by an empty one, unless one thinks better of it', async () => {
  const sent = await show({ has_key: true })
  await userEvent.click(button('Remove the key of The Movie Database'))
  await userEvent.click(button('Keep the key of The Movie Database'))
  expect(button('Save')).toBeDisabled()
  await userEvent.click(button('Remove the key of The Movie Database'))
  await userEvent.click(button('Save'))
  await waitFor(() => expect(sent).toEqual([{ key: '' }]))
})

test('a test asks with what is saved, and tells the answer with its time', async () => {
  const sent = await show({ has_key: true })
  await userEvent.click(screen.getByLabelText('Ask The Movie Database'))
  await userEvent.click(button('Save and test'))
  expect(await screen.findByText('It answered in 321 ms')).toBeInTheDocument()
  expect(sent).toEqual([{ enabled: true }, 'test'])
})

test('a refused limit opens what it stands under', async () => {
  await show()
  server.use(
    http.put('*/api/providers/tmdb', () =>
      HttpResponse.json(
        { title: 'Wrong', errors: { limit: ['0 to 100000 requests in 1 to 86400 seconds.'] } },
        { status: 400 },
      ),
    ),
  )
  await userEvent.click(screen.getByText('Advanced'))
  await userEvent.clear(screen.getByLabelText('Requests'))
  await userEvent.type(screen.getByLabelText('Requests'), '5')
  await userEvent.click(button('Save'))
  expect(await screen.findByText(/0 to 100000 requests/)).toBeInTheDocument()
})

test('who may only look sees no form, but what is wrong', async () => {
  const state = { status: 'key_refused', message: 'Invalid key.', since: null, until: null } as const
  await show({ enabled: true, state }, false)
  expect(screen.getByText('Key refused')).toBeInTheDocument()
  expect(screen.getByText('Invalid key.')).toBeInTheDocument()
  expect(screen.queryByRole('button')).toBeNull()
})

test('providers stand in the order in which they are asked', async () => {
  const ranked = (rank: number, title: string) => sampleProvider({ name: title, title, rank })
  const providers = [ranked(80, 'Last'), ranked(10, 'First'), ranked(30, 'Second')]
  server.use(http.get('*/api/providers', () => HttpResponse.json({ providers, total: 3 })))
  await renderPage(<ProviderList mayWrite={false} />)
  await screen.findByText('Last')
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
    'First',
    'Second',
    'Last',
  ])
})
