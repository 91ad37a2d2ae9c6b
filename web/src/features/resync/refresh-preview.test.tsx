import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { itemSubject } from '@/api/subject'
import { renderPage } from '@/testing/render'
import { sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { RefreshPreview } from './refresh-preview'

const NOTHING = { changes: [], removed_files: [], failed_files: [] }

const show = async (preview: object, status = 200) => {
  server.use(http.post('*/api/books/5/resync', () => HttpResponse.json(preview, { status })))
  await renderPage(<RefreshPreview subject={itemSubject('book', sampleWhole())} />)
}

test('B13 each field that would change is shown before and after, with who says so', async () => {
  const change = {
    item_id: 5,
    file_id: null,
    field: 'series',
    before: [{ name: 'By hand', number: 2, number_end: null, unit: null }],
    after: [{ name: 'In the file', number: null, number_end: null, unit: null }],
    source_before: 'manual',
    source_after: 'embedded',
  }
  await show({ ...NOTHING, changes: [change] })
  expect(await screen.findByText('1 field would change')).toBeInTheDocument()
  expect(screen.getByText('By hand #2')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: 'Edited by hand' })).toBeInTheDocument()
  expect(screen.getByText('In the file')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: 'Embedded in the file' })).toBeInTheDocument()
})

test('B13 nothing to change is said', async () => {
  await show(NOTHING)
  expect(await screen.findByText('Nothing would change')).toBeInTheDocument()
})

test('B13 files that cannot be read or are gone are said', async () => {
  const failed = { file_id: 50, filepath: '/srv/books/emma.epub', code: 'x', message: 'It is no archive.' }
  await show({ changes: [], removed_files: [51, 52], failed_files: [failed] })
  expect(await screen.findByText('emma.epub')).toBeInTheDocument()
  expect(screen.getByText(/It is no archive\. What is known of it stays\./)).toBeInTheDocument()
  expect(screen.getByText('2 files no longer exist on disk and would be removed.')).toBeInTheDocument()
})

test('B13 a difference that cannot be made says why and can be asked for again', async () => {
  await show({ detail: 'The folder cannot be reached.' }, 409)
  expect(await screen.findByText(/The folder cannot be reached\./)).toBeInTheDocument()
  server.use(http.post('*/api/books/5/resync', () => HttpResponse.json(NOTHING)))
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Nothing would change')).toBeInTheDocument()
})
