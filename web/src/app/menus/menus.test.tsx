import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { delay, http, HttpResponse } from 'msw'
import { toast } from 'sonner'
import { expect, test, vi } from 'vitest'
import { keys } from '@/api/keys'
import { renderPage } from '@/testing/render'
import { sampleFile, sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { itemSubject } from '@/api/subject'
import { ItemMenu } from './item-menu'
import { FileMenu } from './file-menu'

const book = sampleWhole()

const signedIn = (permissions = ['books:read', 'books:write']) =>
  server.use(
    http.get('*/api/auth/me', () =>
      HttpResponse.json({ id: 1, username: 'ada', role: 'x', permissions, library_access: 'all' }),
    ),
  )

/** Answers a resync and a dry run of one; what was asked for is kept. */
function answerResync(answer: () => Response | Promise<Response>, kind: 'books' | 'books/files' = 'books') {
  const asked: unknown[] = []
  server.use(
    http.post(`*/api/${kind}/:id/resync`, async ({ request }) => {
      const body = (await request.json()) as { dry_run?: boolean }
      if (body.dry_run) return HttpResponse.json({ changes: [], removed_files: [], failed_files: [] })
      asked.push(body)
      return answer()
    }),
  )
  return asked
}

async function openMenu(name: string) {
  await userEvent.click(await screen.findByRole('button', { name }))
  return screen.findByRole('menu')
}

const entry = (name: string) => screen.getByRole('menuitem', { name })
const openBookMenu = async () => {
  signedIn()
  const page = await renderPage(<ItemMenu item={itemSubject('book', book)} />)
  await openMenu('More actions for Emma')
  return page
}

test('B8 the menu of a card has both entries', async () => {
  await openBookMenu()
  expect(entry('Scan for new metadata')).toBeEnabled()
  expect(entry('Refresh all metadata')).toBeEnabled()
})

test('B8 the menu of a file row is Edit, a separator, both entries, then downloads apart', async () => {
  signedIn()
  const onEdit = vi.fn()
  await renderPage(<FileMenu file={sampleFile()} onEdit={onEdit} />)
  const menu = await openMenu('More actions')
  const parts = [...menu.children].map((part) => part.textContent?.trim() || part.getAttribute('role'))
  expect(parts).toEqual([
    'Edit',
    'separator',
    'Scan for new metadata',
    'Refresh all metadata',
    'separator',
    'Download',
    'Download with metadata',
  ])
  await userEvent.click(entry('Edit'))
  expect(onEdit).toHaveBeenCalledOnce()
})

test('B8 who may not write has no menu', async () => {
  signedIn(['books:read'])
  await renderPage(<ItemMenu item={itemSubject('book', book)} />)
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
})

test('B10 while a book is scanned its entries are disabled, and then it says so', async () => {
  let finish = () => {}
  const running = new Promise<void>((done) => (finish = done))
  const asked = answerResync(async () => {
    await running
    return HttpResponse.json({ ...book, failed_files: [], removed_files: [] })
  })
  await openBookMenu()
  await userEvent.click(entry('Scan for new metadata'))
  await openMenu('More actions for Emma')
  expect(entry('Scan for new metadata')).toHaveAttribute('aria-disabled', 'true')
  expect(entry('Refresh all metadata')).toHaveAttribute('aria-disabled', 'true')
  finish()
  expect(await screen.findByText('Metadata scanned')).toBeInTheDocument()
  await waitFor(() => expect(entry('Refresh all metadata')).not.toHaveAttribute('aria-disabled'))
  expect(asked).toEqual([{ refresh: false }])
})

test.each([
  [
    'the server’s own words',
    { detail: 'Failed to parse EPUB: It is no archive.' },
    'Failed to parse EPUB: It is no archive.',
  ],
  ['a sentence of its own where the server said nothing', {}, 'Failed to scan metadata'],
])('B10 a scan that failed shows %s', async (_, problem, text) => {
  answerResync(() => HttpResponse.json(problem, { status: 422 }))
  await openBookMenu()
  await userEvent.click(entry('Scan for new metadata'))
  expect(await screen.findByText(text)).toBeInTheDocument()
})

test('B10 a removed book says so and is looked up no more', async () => {
  answerResync(() => HttpResponse.json({ deleted: true }))
  const { cache } = await openBookMenu()
  cache.setQueryData(keys.whole(5), book)
  await userEvent.click(entry('Scan for new metadata'))
  expect(await screen.findByText('Book removed (no longer exists on disk)')).toBeInTheDocument()
  await waitFor(() => expect(cache.getQueryData(keys.whole(5))).toBeUndefined())
})

test('B10 a removed file says so', async () => {
  signedIn()
  answerResync(() => HttpResponse.json({ deleted: true, book_deleted: false }), 'books/files')
  await renderPage(<FileMenu file={sampleFile()} onEdit={() => {}} />)
  const said = vi.spyOn(toast, 'success')
  await openMenu('More actions')
  await userEvent.click(entry('Scan for new metadata'))
  await waitFor(() => expect(said.mock.calls).toEqual([['File removed (no longer exists on disk)']]))
})

test('B10 the last file of a book takes the book with it, and one sentence says so', async () => {
  signedIn()
  answerResync(() => HttpResponse.json({ deleted: true, book_deleted: true }), 'books/files')
  await renderPage(<FileMenu file={sampleFile()} onEdit={() => {}} />)
  const said = vi.spyOn(toast, 'success')
  await openMenu('More actions')
  await userEvent.click(entry('Scan for new metadata'))
  await waitFor(() => expect(said.mock.calls).toEqual([['Book removed (no longer exists on disk)']]))
})

test('B10 files of a book that could not be read are named', async () => {
  const failed = { file_id: 50, filepath: '/srv/books/emma.epub', code: 'x', message: 'Broken.' }
  answerResync(() => HttpResponse.json({ ...book, failed_files: [failed], removed_files: [] }))
  await openBookMenu()
  await userEvent.click(entry('Scan for new metadata'))
  expect(await screen.findByText('1 file could not be read: emma.epub')).toBeInTheDocument()
})

async function openDialog() {
  await userEvent.click(entry('Refresh all metadata'))
  return within(await screen.findByRole('dialog', { name: 'Refresh All Metadata' }))
}

test('B9 the dialog warns in its own words before anything is overwritten', async () => {
  const asked = answerResync(() => HttpResponse.json({}))
  await openBookMenu()
  const dialog = await openDialog()
  expect(dialog.getByTestId('amber-warning')).toBeInTheDocument()
  expect(screen.getByRole('dialog')).toHaveAccessibleDescription(
    'This will rescan the book "Emma" and overwrite all metadata with values from the source file(s). ' +
      "Any manual changes you've made will be lost.",
  )
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked).toEqual([])
})

test('B9 a file without a name shows its file name', async () => {
  signedIn()
  answerResync(() => HttpResponse.json({}), 'books/files')
  await renderPage(<FileMenu file={sampleFile({ name: null })} onEdit={() => {}} />)
  await openMenu('More actions')
  await openDialog()
  expect(screen.getByRole('dialog')).toHaveAccessibleDescription(
    /^This will rescan the file "emma\.epub" and/,
  )
})

test('B9 while it runs both buttons are disabled and Refresh spins; then the dialog closes', async () => {
  let finish = () => {}
  const running = new Promise<void>((done) => (finish = done))
  const asked = answerResync(async () => {
    await running
    return HttpResponse.json({ ...book, failed_files: [], removed_files: [] })
  })
  await openBookMenu()
  const dialog = await openDialog()
  const refresh = dialog.getByRole('button', { name: 'Refresh' })
  await userEvent.click(refresh)
  await waitFor(() => expect(refresh).toBeDisabled())
  expect(refresh.querySelector('.animate-spin')).not.toBeNull()
  expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('dialog')).toBeInTheDocument()
  finish()
  expect(await screen.findByText('Metadata refreshed')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked).toEqual([{ refresh: true }])
})

test('B9 B10 a refresh that failed leaves the dialog open and says why', async () => {
  answerResync(async () => {
    await delay()
    return HttpResponse.json({}, { status: 500 })
  })
  await openBookMenu()
  const dialog = await openDialog()
  await userEvent.click(dialog.getByRole('button', { name: 'Refresh' }))
  expect(await screen.findByText('Failed to refresh metadata')).toBeInTheDocument()
  expect(dialog.getByRole('button', { name: 'Refresh' })).toBeEnabled()
})
