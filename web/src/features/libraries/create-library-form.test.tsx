import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleLibrary } from '@/testing/samples'
import { server } from '@/testing/server'
import { CreateLibraryForm } from './create-library-form'

async function open() {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/filesystem', () => HttpResponse.json({ path: '/srv/books', parent: null, folders: [] })),
    http.post('*/api/libraries', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(sampleLibrary(), { status: 201 })
    }),
  )
  await renderPage(<CreateLibraryForm onDone={vi.fn()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Choose a folder' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Use this folder' })).toBeEnabled())
  await userEvent.click(screen.getByRole('button', { name: 'Use this folder' }))
  return sent
}

const sidecars = () => screen.queryByRole('checkbox', { name: /^Write sidecar files/ })
const nfos = () => screen.getByRole('checkbox', { name: /^Write NFO files/ })
const add = () => userEvent.click(screen.getByRole('button', { name: 'Add library and scan it' }))
const BOOKS = { name: 'books', type: 'book', paths: ['/srv/books'] }

test('B7 a library of books writes sidecar files unless told otherwise', async () => {
  const sent = await open()
  expect(sidecars()).toBeChecked()
  await add()
  await waitFor(() => expect(sent).toEqual([{ ...BOOKS, options: { write_sidecars: true } }]))
})

test('B7 the switch keeps sidecar files away', async () => {
  const sent = await open()
  await userEvent.click(sidecars()!)
  await add()
  await waitFor(() => expect(sent).toEqual([{ ...BOOKS, options: { write_sidecars: false } }]))
})

test('B7 a library of films writes no NFO files unless asked to', async () => {
  const sent = await open()
  await userEvent.click(screen.getByRole('radio', { name: /^Movies/ }))
  expect(sidecars()).toBeNull()
  expect(nfos()).not.toBeChecked()
  await userEvent.click(nfos())
  await add()
  await waitFor(() => expect(sent).toEqual([{ ...BOOKS, type: 'movie', options: { write_sidecars: true } }]))
})
