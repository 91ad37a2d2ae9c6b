import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { itemSubject } from '@/api/subject'
import { renderPage } from '@/testing/render'
import { sampleFile, sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { MergeBooksDialog } from './merge-books-dialog'

const emma = sampleWhole()
const twin = sampleWhole({
  id: 6,
  files: [sampleFile({ id: 60, file_type: 'pdf', filepath: '/srv/books/Elsewhere/emma.pdf' })],
})

async function open(answer: () => Response) {
  const asked: unknown[] = []
  server.use(
    http.get('*/api/books/5', () => HttpResponse.json(emma)),
    http.get('*/api/books/6', () => HttpResponse.json(twin)),
    http.post('*/api/books/:id/merge', async ({ params, request }) => {
      asked.push([params.id, await request.json()])
      return answer()
    }),
  )
  const onMerged = vi.fn()
  const books = [itemSubject('book', emma), itemSubject('book', twin)]
  const { cache } = await renderPage(
    <MergeBooksDialog books={books} onClose={() => {}} onMerged={onMerged} />,
  )
  return { asked, cache, onMerged }
}

const options = () => screen.findAllByRole('radio', { name: 'Emma' })
const merge = () => userEvent.click(screen.getByRole('button', { name: 'Merge' }))

test('D2 the user chooses which book is kept, and the others become part of it', async () => {
  const { asked, cache, onMerged } = await open(() => HttpResponse.json(twin))
  cache.setQueryData(['book', 5], emma)
  expect(await screen.findByText('/srv/books/Elsewhere/emma.pdf')).toBeInTheDocument()
  const [first, second] = await options()
  expect(first).toBeChecked()
  await userEvent.click(second!)
  await merge()
  expect(await screen.findByText('Merged into “Emma”')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Open book' })).toBeInTheDocument()
  expect(asked).toEqual([['6', { book_ids: [5] }]])
  expect(onMerged).toHaveBeenCalledOnce()
})

test('a merge that is refused says why and stays open', async () => {
  const detail = 'Only books of one library can become one book.'
  const { onMerged } = await open(() => HttpResponse.json({ detail }, { status: 422 }))
  await options()
  await merge()
  expect(await screen.findByRole('alert')).toHaveTextContent(detail)
  expect(screen.getByRole('dialog', { name: 'Merge 2 books' })).toBeInTheDocument()
  expect(onMerged).not.toHaveBeenCalled()
})
