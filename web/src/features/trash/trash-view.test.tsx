import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { TrashedItem } from '@/api/types'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import { TrashView } from './trash-view'

const item = (id: number, reason: TrashedItem['reason'], rest: Partial<TrashedItem> = {}): TrashedItem => ({
  id,
  kind: 'book',
  library_id: 1,
  title: `Book ${id}`,
  path: `/srv/books/${id}.epub`,
  reason,
  deleted_by: null,
  missing_since: '2026-05-01T12:00:00Z',
  ...rest,
})

const open = (items: TrashedItem[], mayWrite = true) => {
  server.use(http.get('*/api/trash', () => HttpResponse.json({ items, total: items.length })))
  return renderPage(<TrashView libraryId={1} mayWrite={mayWrite} offset={0} onOffset={() => {}} />)
}

test('D3 each says why it is here', async () => {
  await open([
    item(1, 'files_gone'),
    item(2, 'deleted', { deleted_by: 'ada' }),
    item(3, 'excluded', { deleted_by: 'ada' }),
  ])
  expect(await screen.findByText(/^Its files are gone from disk; missing since/)).toBeInTheDocument()
  expect(screen.getByText('Deleted by ada')).toBeInTheDocument()
  expect(screen.getByText(/^Deleted by ada and kept away from scans/)).toBeInTheDocument()
})

test('D3 emptying says the count and removes exactly what was counted', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/api/trash/empty', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ removed: 2 })
    }),
  )
  await open([item(1, 'files_gone'), item(2, 'deleted'), item(3, 'excluded')])
  await userEvent.click(await screen.findByRole('button', { name: 'Empty trash' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove 2 for good' }))
  expect(await screen.findByText('2 items removed for good')).toBeInTheDocument()
  expect(sent).toEqual([{ library_id: 1, item_ids: [1, 2] }])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('D3 a book whose files are gone cannot be restored and says why', async () => {
  const detail = 'None of its files is on disk. It comes back by itself when they return.'
  server.use(http.post('*/api/items/1/restore', () => HttpResponse.json({ detail }, { status: 409 })))
  await open([item(1, 'files_gone')])
  await userEvent.click(await screen.findByRole('button', { name: 'Restore Book 1' }))
  expect(await screen.findByText(detail)).toBeInTheDocument()
})

test('D3 a book that was merged into another one says so and is not restored from here', async () => {
  await open([item(1, 'merged', { deleted_by: 'ada', path: null })])
  expect(await screen.findByText(/^Merged into another book by ada/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Restore Book 1' })).toBeNull()
})

test('D3 who may not write only looks', async () => {
  await open([item(1, 'files_gone')], false)
  expect(await screen.findByText('Book 1')).toBeInTheDocument()
  expect(screen.queryByRole('button')).toBeNull()
})

test('D3 an empty trash says what comes here', async () => {
  await open([])
  expect(await screen.findByText('The trash is empty')).toBeInTheDocument()
})
