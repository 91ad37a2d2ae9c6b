import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { itemSubject } from '@/api/subject'
import { renderPage } from '@/testing/render'
import { sampleBook } from '@/testing/samples'
import { server } from '@/testing/server'
import { DeleteDialog } from './delete-dialog'

const books = [5, 6].map((id) => itemSubject('book', sampleBook(id)))

function answer(say: () => Response) {
  const sent: unknown[] = []
  server.use(
    http.post('*/api/items/bulk/delete', async ({ request }) => {
      sent.push(await request.json())
      return say()
    }),
  )
  return sent
}

const press = () => userEvent.click(screen.getByRole('button', { name: 'Delete' }))

test('many books are deleted by one request', async () => {
  const sent = answer(() => HttpResponse.json({ deleted: 2 }))
  const onDeleted = vi.fn()
  await renderPage(<DeleteDialog items={books} onClose={vi.fn()} onDeleted={onDeleted} />)
  await userEvent.click(screen.getByRole('checkbox', { name: /Keep it away/ }))
  await press()
  await waitFor(() => expect(onDeleted).toHaveBeenCalledOnce())
  expect(sent).toEqual([{ item_ids: [5, 6], exclude: true }])
  expect(await screen.findByText('2 books deleted')).toBeInTheDocument()
})

test('what the server refuses is said, and nothing counts as deleted', async () => {
  answer(() => HttpResponse.json({ detail: 'There is no item 6.' }, { status: 400 }))
  const [onClose, onDeleted] = [vi.fn(), vi.fn()]
  await renderPage(<DeleteDialog items={books} onClose={onClose} onDeleted={onDeleted} />)
  await press()
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no item 6.')
  expect(onClose).not.toHaveBeenCalled()
  expect(onDeleted).not.toHaveBeenCalled()
})
