import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleName } from '@/testing/samples'
import { server } from '@/testing/server'
import { STATE_CHIPS, type ListKind } from '@/components/items/list-kind'
import { FilterChips } from './filter-chips'

const list: ListKind = {
  kind: 'book',
  sorts: [{ value: 'title', text: 'Title' }],
  chips: [
    { look: 'name', filter: 'person_id', label: 'Author', names: 'people', role: 'author' },
    { look: 'term', filter: 'genre' },
    ...STATE_CHIPS,
  ],
  names: [],
  lookOf: () => ({ byline: '', aside: '', badges: [] }),
}

const named = (id: number, name: string, type: string | null = null) => sampleName({ id, name, type })

test('an author is found by a few letters and becomes part of the filter', async () => {
  const asked: URLSearchParams[] = []
  server.use(
    http.get('*/api/people', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ people: [named(7, 'Ursula K. Le Guin')], total: 1 })
    }),
  )
  const user = userEvent.setup()
  const onFilter = vi.fn()
  await renderPage(<FilterChips list={list} libraryId={1} filter={{ sort: 'series' }} onFilter={onFilter} />)
  await user.click(screen.getByRole('button', { name: 'Author' }))
  await user.type(await screen.findByRole('combobox', { name: 'Find author' }), 'guin')
  await user.click(await screen.findByRole('option', { name: /Le Guin/ }))

  expect(onFilter).toHaveBeenCalledWith({ sort: 'series', person_id: 7 })
  expect(asked.at(-1)?.get('role')).toBe('author')
  expect(asked.at(-1)?.get('library_id')).toBe('1')
})

test('a chosen author is shown by name and can be taken away', async () => {
  server.use(
    http.get('*/api/people/7', () =>
      HttpResponse.json({ ...named(7, 'Ursula K. Le Guin'), aliases: [], roles: [] }),
    ),
  )
  const user = userEvent.setup()
  const onFilter = vi.fn()
  await renderPage(
    <FilterChips list={list} libraryId={1} filter={{ person_id: 7, genre: 'Satire' }} onFilter={onFilter} />,
  )
  expect(screen.getByRole('button', { name: 'Remove filter Genre: Satire' })).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Remove filter Author: Ursula K. Le Guin' }))
  expect(onFilter).toHaveBeenCalledWith({ person_id: undefined, genre: 'Satire' })
})
