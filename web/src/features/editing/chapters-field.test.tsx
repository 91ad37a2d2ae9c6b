import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { fileSubject } from '@/api/subject'
import type { BookFile } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleFile } from '@/testing/samples'
import { server } from '@/testing/server'
import { EditDialog } from './edit-dialog'

const chapter = (title: string, start_ms: number) => ({
  title,
  start_ms,
  page: null,
  href: null,
  children: [],
})

async function open(change: Partial<BookFile>) {
  const file = sampleFile({ file_type: 'm4b', duration_s: 3600, ...change })
  const sent: unknown[] = []
  const onClose = vi.fn()
  server.use(
    http.get('*/api/books/files/50', () => HttpResponse.json(file, { headers: { ETag: '"7"' } })),
    http.patch('*/api/books/files/50', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(file)
    }),
  )
  await renderPage(<EditDialog subject={fileSubject(file)} onClose={onClose} />)
  await screen.findByLabelText('Publisher')
  return { sent, onClose }
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('D1 a chapter is added and another one taken away', async () => {
  const { sent, onClose } = await open({ chapters: [chapter('One', 0), chapter('Two', 90_500)] })
  await press('Remove chapter 1')
  await press('Add chapter')
  await userEvent.type(screen.getByLabelText('Start of chapter 2'), '0:00:10')
  await userEvent.type(screen.getByLabelText('Title of chapter 2'), 'Early')
  await press('Save')
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(sent).toEqual([{ chapters: [chapter('Early', 10_000), chapter('Two', 90_500)] }])
})

test('D1 a chapter that starts after the end is marked and not sent until it is put right', async () => {
  const { sent, onClose } = await open({ chapters: [chapter('One', 0)] })
  const start = screen.getByLabelText('Start of chapter 1')
  await userEvent.clear(start)
  await userEvent.type(start, '2:00:00')
  expect(screen.queryByRole('alert')).toBeNull()
  await press('Save')
  expect(await screen.findByText(/Chapter 1 starts after the end of the file at 1:00:00/)).toBeVisible()
  expect(start).toHaveAttribute('aria-invalid', 'true')
  expect(sent).toEqual([])
  await userEvent.clear(start)
  await userEvent.type(start, '0:20:00')
  expect(screen.queryByRole('alert')).toBeNull()
  await press('Save')
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(sent).toEqual([{ chapters: [chapter('One', 1_200_000)] }])
})

test('D1 a file without a duration has no times to give chapters', async () => {
  await open({ duration_s: null, file_type: 'epub' })
  expect(screen.queryByRole('button', { name: 'Add chapter' })).toBeNull()
})
