import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { PathExplained } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleLibrary } from '@/testing/samples'
import { server } from '@/testing/server'
import { ExplainPath } from './explain-path'

const PATH = '/srv/books/Lee/Saga/Saga 001-002 (2012).cbz'

const explained = (change: Partial<PathExplained> = {}): PathExplained => ({
  library_id: 1,
  path: PATH,
  ignored: false,
  ignored_by: null,
  unit: '/srv/books/Lee/Saga',
  kind: 'book',
  role: 'main',
  parsed: {
    title: null,
    authors: ['Ann Lee', 'Bo Lee'],
    narrators: [],
    series: 'Saga',
    number: 1,
    number_end: 2,
    unit: 'issue',
    year: 2012,
    language: null,
    season: null,
    episodes: [],
    artists: [],
    album_artist: null,
    album: null,
    disc: null,
  },
  rules: [
    {
      id: 'comic.number',
      text: 'A number at the end counts.',
      input: 'Saga 001-002',
      matched: '001-002',
      result: '1-2',
    },
  ],
  ...change,
})

function answer(body: object, status = 200) {
  const asked: Record<string, string>[] = []
  server.use(
    http.get('*/api/paths/explain', ({ request }) => {
      asked.push(Object.fromEntries(new URL(request.url).searchParams))
      return HttpResponse.json(body, { status })
    }),
  )
  return asked
}

function Page({ first = '' }) {
  const [path, setPath] = useState(first)
  return <ExplainPath library={sampleLibrary()} path={path} onPath={setPath} />
}

async function explain(path = PATH) {
  await renderPage(<Page />)
  await userEvent.type(screen.getByLabelText('Path'), path)
  await userEvent.click(screen.getByRole('button', { name: 'Explain' }))
}

const explanation = async () => within(await screen.findByRole('region', { name: 'Explanation' }))
const valueOf = (within: Awaited<ReturnType<typeof explanation>>, name: string) =>
  within.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent

test('D7+ nothing is asked before a path is given', async () => {
  const asked = answer(explained())
  await renderPage(<Page />)
  expect(screen.getByRole('button', { name: 'Explain' })).toBeDisabled()
  expect(asked).toEqual([])
})

test('D7+ a path is explained: what it makes, what its names say, and each rule with its parts', async () => {
  const asked = answer(explained())
  await explain(`  ${PATH} `)
  const shown = await explanation()
  expect(asked).toEqual([{ library_id: '1', path: PATH }])
  const facts = [
    'Ignored',
    'Read as one',
    'Kind',
    'Role',
    'Authors',
    'Series',
    'Number',
    'Counted in',
    'Year',
  ]
  expect(facts.map((name) => valueOf(shown, name))).toEqual([
    'No',
    '/srv/books/Lee/Saga',
    'book',
    'main',
    'Ann Lee, Bo Lee',
    'Saga',
    '1-2',
    'issue',
    '2012',
  ])
  expect(shown.queryByText('Title')).toBeNull()
  expect(shown.getByText('1 rule fired')).toBeInTheDocument()
  expect(shown.getByRole('listitem')).toHaveTextContent('comic.number A number at the end counts.')
  expect(['Input', 'Matched', 'Result'].map((name) => valueOf(shown, name))).toEqual([
    'Saga 001-002',
    '001-002',
    '1-2',
  ])
})

test('D7+ an ignored path says what keeps it out', async () => {
  answer(
    explained({
      ignored: true,
      ignored_by: '@eaDir',
      unit: null,
      kind: null,
      role: null,
      parsed: null,
      rules: [],
    }),
  )
  await explain()
  const shown = await explanation()
  expect(valueOf(shown, 'Ignored')).toBe('Yes, by @eaDir')
  expect(shown.getByText('A scan ignores it, and everything below it.')).toBeInTheDocument()
  expect(shown.getByText('No rule fired')).toBeInTheDocument()
})

test('D7+ a path outside of the folders is told at the field', async () => {
  const sentence = "The path must lie inside one of the library's folders."
  answer({ detail: 'One value is wrong.', errors: { path: [sentence] } }, 400)
  await explain('/etc/passwd')
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
  expect(screen.getByLabelText('Path')).toBeInvalid()
  expect(screen.queryByRole('region', { name: 'Explanation' })).toBeNull()
})

test('D7+ a path in the address is explained at once, and again when asked again', async () => {
  const asked = answer(explained())
  await renderPage(<Page first={PATH} />)
  await explanation()
  expect(screen.getByLabelText('Path')).toHaveValue(PATH)
  answer(explained({ role: 'part' }))
  await userEvent.click(screen.getByRole('button', { name: 'Explain' }))
  expect(await screen.findByText('part')).toBeInTheDocument()
  expect(asked).toHaveLength(1)
})
