import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import { SearchButton } from './search-palette'

const PERSON = {
  id: 5,
  library_id: 1,
  type: null,
  name: 'Stanisław Lem',
  sort_name: 'Lem, Stanisław',
  items_count: 2,
  cover_url: null,
}
const ITEM = {
  id: 9,
  kind: 'book',
  library_id: 1,
  title: 'Solaris',
  subtitle: null,
  authors: [{ person_id: 5, name: 'Stanisław Lem', sort_name: 'Lem, Stanisław', role: 'author' }],
  series: [{ series_id: 3, name: 'Alone', number: 2, number_end: null, unit: null }],
  around: [],
  year: 1961,
  cover_url: null,
}
const EPISODE = { ...ITEM, id: 10, kind: 'episode', title: 'The Target', authors: [], series: [] }

const answer = () =>
  server.use(
    http.get('*/api/search', ({ request }) => {
      const found = new URL(request.url).searchParams.get('q') === 'lem'
      return HttpResponse.json(
        found
          ? {
              items: [ITEM, { ...EPISODE, around: ['The Wire', 'Season 1'] }],
              total: 2,
              people: [PERSON],
              series: [],
            }
          : { items: [], total: 0, people: [], series: [] },
      )
    }),
  )

test('Ctrl-K opens the search; arrows and Enter open what is found', async () => {
  answer()
  const user = userEvent.setup()
  const { router } = await renderPage(<SearchButton />)
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
  await user.type(await screen.findByRole('combobox', { name: 'Search' }), 'lem')
  expect(await screen.findByRole('option', { name: /Solaris.*Stanisław Lem · Alone #2/ })).toBeVisible()
  expect(screen.getByRole('option', { name: /Person · 2 items/ })).toHaveAttribute('aria-selected', 'true')

  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/books/9'))
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('what lies in something says what it is and where it lies, and opens there', async () => {
  answer()
  const user = userEvent.setup()
  const { router } = await renderPage(<SearchButton />)
  await user.click(screen.getByRole('button', { name: 'Search' }))
  await user.type(await screen.findByRole('combobox', { name: 'Search' }), 'lem')
  await user.click(await screen.findByRole('option', { name: /The Target.*Episode · The Wire · Season 1/ }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/episodes/10'))
})

test('what is not found is said', async () => {
  answer()
  const user = userEvent.setup()
  await renderPage(<SearchButton />)
  await user.click(screen.getByRole('button', { name: 'Search' }))
  await user.type(await screen.findByRole('combobox', { name: 'Search' }), 'nothing')
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Nothing matches.'))
})
