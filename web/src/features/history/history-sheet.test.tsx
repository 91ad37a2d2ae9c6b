import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { itemSubject } from '@/api/subject'
import type { Change } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleFile, sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { HistorySheet } from './history-sheet'

const change = (id: number, rest: Partial<Change> = {}): Change => ({
  id,
  item_id: 5,
  file_id: null,
  fields: { title: ['Emma', 'Emma by hand'] },
  files_from: null,
  source: 'manual',
  user: 'ada',
  job: null,
  at: '2026-05-01T12:00:00Z',
  undone_at: null,
  ...rest,
})

async function open(changes: Change[], total = changes.length) {
  server.use(http.get('*/api/items/5/history', () => HttpResponse.json({ changes, total })))
  return renderPage(
    <HistorySheet
      subject={itemSubject('book', sampleWhole())}
      files={[sampleFile()]}
      mayWrite
      onClose={() => {}}
    />,
  )
}

test('D6 a change says who, from which source, what before and what after', async () => {
  await open([change(2), change(1, { user: null, job: 9, source: 'embedded', file_id: 50 })])
  const [first, second] = await screen.findAllByRole('listitem')
  expect(within(first!).getByText('ada')).toBeInTheDocument()
  expect(within(first!).getByText('Emma')).toBeInTheDocument()
  expect(within(first!).getByText('Emma by hand')).toBeInTheDocument()
  expect(within(second!).getByText('Job 9')).toBeInTheDocument()
  expect(within(second!).getByText('emma.epub')).toBeInTheDocument()
  expect(within(second!).getByText(/from inside the file/)).toBeInTheDocument()
})

test('D6 a change that was overtaken cannot be undone and says why', async () => {
  server.use(
    http.post('*/api/changes/2/undo', () =>
      HttpResponse.json({ detail: 'This was changed again since then.' }, { status: 409 }),
    ),
  )
  await open([change(2)])
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('This was changed again since then.')
})

test('D6 what was undone is not undone twice', async () => {
  await open([change(2, { undone_at: '2026-05-01T13:00:00Z' })])
  expect(await screen.findByText(/^Undone/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

const gathered = change(2, {
  fields: {},
  files_from: { item_id: 6, title: 'Emma again', file_ids: [60, 61] },
})

const answerUndo = (itemId: number) =>
  server.use(http.post('*/api/changes/2/undo', () => HttpResponse.json({ item_id: itemId, file_id: null })))

test('D6 files that a merge brought are named with where they came from, and go back', async () => {
  answerUndo(5)
  const { router } = await open([gathered])
  expect(await screen.findByText(/^2 files came here/)).toHaveTextContent(
    '2 files came here from “Emma again”',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('Change undone')).toBeInTheDocument()
  expect(router.state.location.pathname).toBe('/')
})

test('D6 a book that gives its last file back leads on to the one that has it', async () => {
  answerUndo(6)
  const { router } = await open([gathered])
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/books/6'))
})

test('D6 nothing changed yet is said', async () => {
  await open([])
  expect(await screen.findByText('Nothing changed yet')).toBeInTheDocument()
})

test('D6 older changes are asked for', async () => {
  await open([change(2)], 30)
  expect(await screen.findByRole('button', { name: 'Show older changes' })).toBeEnabled()
})
