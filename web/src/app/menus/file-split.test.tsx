import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleFile, sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { FileMenu } from './file-menu'

const NAME = 'Make its own book'

async function open(hasOthers: boolean, change: Parameters<typeof sampleFile>[0] = {}) {
  const permissions = ['books:read', 'books:write']
  server.use(
    http.get('*/api/auth/me', () =>
      HttpResponse.json({ id: 1, username: 'ada', role: 'x', permissions, library_access: 'all' }),
    ),
  )
  const page = await renderPage(
    <FileMenu file={sampleFile(change)} hasOthers={hasOthers} onEdit={() => {}} />,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'More actions' }))
  return page
}

const entry = () => screen.getByRole('menuitem', { name: NAME })

test('D2 a file beside others becomes a book of its own that a click leads to', async () => {
  const asked: unknown[] = []
  server.use(
    http.post('*/api/books/5/split', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json(sampleWhole({ id: 6 }), { status: 201 })
    }),
  )
  const { router } = await open(true)
  await userEvent.click(entry())
  expect(await screen.findByText('The file is a book of its own now')).toBeInTheDocument()
  expect(asked).toEqual([{ file_ids: [50] }])
  fireEvent.click(screen.getByRole('button', { name: 'Open book' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/books/6'))
})

test('what the server refuses is said in its words', async () => {
  const detail = 'A book keeps at least one file: these are all it has.'
  server.use(http.post('*/api/books/5/split', () => HttpResponse.json({ detail }, { status: 409 })))
  await open(true)
  await userEvent.click(entry())
  expect(await screen.findByText(detail)).toBeInTheDocument()
})

test.each([
  ['the only file of a book', false, {}],
  ['a file that is gone from disk', true, { missing_since: '2026-05-01T12:00:00Z' }],
] as const)('%s stays where it is', async (_, hasOthers, change) => {
  await open(hasOthers, change)
  expect(screen.queryByRole('menuitem', { name: NAME })).toBeNull()
})
