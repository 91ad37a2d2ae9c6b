import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { itemSubject } from '@/api/subject'
import { renderPage } from '@/testing/render'
import { sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { EditDialog } from './edit-dialog'

const book = sampleWhole()

interface Sent {
  body: unknown
  tag: string | null
}

/** The form of a book that the server has at revision 7; what is sent is kept. */
async function open(answers: (() => Response)[] = []) {
  const sent: Sent[] = []
  const onClose = vi.fn()
  server.use(
    http.get('*/api/books/5', () => HttpResponse.json(book, { headers: { ETag: '"7"' } })),
    http.patch('*/api/books/5', async ({ request }) => {
      sent.push({ body: await request.json(), tag: request.headers.get('If-Match') })
      return answers.shift()?.() ?? HttpResponse.json(book, { headers: { ETag: '"8"' } })
    }),
  )
  await renderPage(<EditDialog subject={itemSubject('book', book)} onClose={onClose} />)
  const title = await screen.findByLabelText('Title')
  return { sent, onClose, title }
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

test('D1 what was typed is sent alone, with the tag it was read with', async () => {
  const { sent, onClose, title } = await open()
  await userEvent.clear(title)
  await userEvent.type(title, 'Persuasion')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(sent).toEqual([{ body: { title: 'Persuasion' }, tag: '"7"' }])
})

test('D1 a lock is set after the edit it holds', async () => {
  const calls: string[] = []
  server.use(
    http.put('*/api/items/5/locks/:field', ({ params }) => {
      calls.push(`${params.field}`)
      return HttpResponse.json({ locks: ['title'] })
    }),
  )
  const { sent, onClose } = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Lock Title' }))
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(calls).toEqual(['title'])
  expect(sent).toEqual([])
})

test('D1 people are added and moved with the keyboard', async () => {
  const { sent, onClose } = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Add author' }))
  await userEvent.type(screen.getByLabelText('Name of author 2'), 'Second')
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(sent[0]!.body).toEqual({
    authors: [
      { name: 'Second', role: 'author', sort_name: null },
      { name: 'An Author', role: 'author', sort_name: 'Author, An' },
    ],
  })
})

test('D1 names are chips that Enter adds and Backspace takes back', async () => {
  const { sent, onClose } = await open()
  await userEvent.type(screen.getByLabelText('Add to Tags'), 'one{Enter}two,three{Enter}{Backspace}')
  await save()
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(sent[0]!.body).toEqual({ tags: ['one', 'two'] })
})

test('D1 what the server refuses stands at its field', async () => {
  const refuse = () =>
    HttpResponse.json({ detail: 'x', errors: { title: ['title cannot be empty.'] } }, { status: 400 })
  const { onClose, title } = await open([refuse])
  await userEvent.clear(title)
  await save()
  expect(await screen.findByText('Title cannot be empty.')).toBeInTheDocument()
  expect(title).toHaveAttribute('aria-invalid', 'true')
  expect(onClose).not.toHaveBeenCalled()
})

test('D2 an edit that was overtaken can overwrite', async () => {
  const overtaken = () => HttpResponse.json({ detail: 'x', code: 'item_changed' }, { status: 412 })
  const { sent, onClose, title } = await open([overtaken])
  await userEvent.type(title, '!')
  await save()
  await userEvent.click(await screen.findByRole('button', { name: 'Overwrite with mine' }))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(sent.map((each) => each.tag)).toEqual(['"7"', null])
})

test('D2 an edit that was overtaken can start again from what is there now', async () => {
  const overtaken = () => HttpResponse.json({ detail: 'x', code: 'item_changed' }, { status: 412 })
  const { title } = await open([overtaken])
  await userEvent.type(title, '!')
  await save()
  server.use(http.get('*/api/books/5', () => HttpResponse.json({ ...book, title: 'Theirs' })))
  await userEvent.click(await screen.findByRole('button', { name: 'Load their version' }))
  await waitFor(() => expect(title).toHaveValue('Theirs'))
})

test('D1 with something unsaved it asks before it closes', async () => {
  const { onClose, title } = await open()
  await userEvent.type(title, '!')
  await userEvent.keyboard('{Escape}')
  expect(await screen.findByText('There are unsaved changes.')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Keep editing' }))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  expect(onClose).toHaveBeenCalledOnce()
})
