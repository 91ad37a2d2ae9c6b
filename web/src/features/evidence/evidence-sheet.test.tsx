import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { itemSubject } from '@/api/subject'
import type { FieldEvidence, Offer } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleFile, sampleWhole } from '@/testing/samples'
import { server } from '@/testing/server'
import { EvidenceSheet } from './evidence-sheet'
import { why } from './evidence-text'

const book = sampleWhole()
const AT = '2026-05-01T12:00:00Z'

const offer = (change: Partial<Offer>): Offer => ({
  source: 'embedded',
  origin: 'file:50',
  value: 'Emma',
  observed_at: AT,
  stale: false,
  wins: false,
  ...change,
})

const field = (change: Partial<FieldEvidence> = {}): FieldEvidence => ({
  value: 'Emma',
  source: 'embedded',
  origin: 'file:50',
  locked: false,
  cleared: false,
  reason: 'priority',
  offers: [
    offer({ wins: true }),
    offer({ source: 'path', origin: 'path:50', value: 'emma' }),
    offer({ source: 'sidecar', origin: 'sidecar:x', value: 'Emma, or', stale: true }),
  ],
  ...change,
})

async function open(evidence: FieldEvidence, asked = 'title', mayWrite = true) {
  server.use(
    http.get('*/api/items/5/evidence', () =>
      HttpResponse.json({ item_id: 5, fields: { title: evidence, subtitle: field() }, documents: [] }),
    ),
  )
  const onField = vi.fn()
  await renderPage(
    <EvidenceSheet
      subject={itemSubject('book', book)}
      field={asked}
      files={[sampleFile()]}
      mayWrite={mayWrite}
      onField={onField}
      onClose={() => {}}
    />,
  )
  await screen.findByLabelText('Field')
  return { onField }
}

test('D1 every offer is shown with who made it, who won and why', async () => {
  await open(field())
  expect(screen.getByText('What is embedded in the file outranks folder and file names.')).toBeInTheDocument()
  const offers = screen.getAllByRole('listitem')
  expect(offers).toHaveLength(3)
  expect(within(offers[0]!).getByText('Embedded in emma.epub')).toBeInTheDocument()
  expect(within(offers[0]!).getByText('Shown')).toBeInTheDocument()
  expect(within(offers[2]!).getByText('Said no more')).toBeInTheDocument()
})

test('D1 an offer is picked by saying it by hand', async () => {
  const sent: unknown[] = []
  server.use(
    http.patch('*/api/books/5', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(book)
    }),
  )
  await open(field())
  await userEvent.click(screen.getByRole('button', { name: /^Use this: From the folder/ }))
  await waitFor(() => expect(sent).toEqual([{ title: 'emma' }]))
})

test('D1 what is said no more can be forgotten', async () => {
  const asked: string[] = []
  server.use(
    http.delete('*/api/items/5/evidence', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ item_id: 5, fields: {}, documents: [] })
    }),
  )
  await open(field())
  await userEvent.click(screen.getByRole('button', { name: /^Forget: / }))
  await waitFor(() => expect(asked).toEqual(['?source=sidecar&origin=sidecar%3Ax&field=title']))
})

test('D1 a field is locked, and a title cannot be cleared', async () => {
  const locked: unknown[] = []
  server.use(
    http.put('*/api/items/5/locks/:field', ({ params }) => {
      locked.push(params.field)
      return HttpResponse.json({ locks: ['title'] })
    }),
  )
  await open(field())
  expect(screen.queryByRole('button', { name: 'Clear Title' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Lock Title' }))
  await waitFor(() => expect(locked).toEqual(['title']))
})

test('D1 who may not write sees the evidence and nothing to press', async () => {
  await open(field(), 'title', false)
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Close'])
})

test('D1 an address with a field that is not there lets one choose', async () => {
  const { onField } = await open(field(), 'colour')
  expect(screen.getByText('There is no field “colour” here.')).toBeInTheDocument()
  await userEvent.selectOptions(screen.getByLabelText('Field'), 'subtitle')
  expect(onField).toHaveBeenCalledWith('subtitle')
})

test.each([
  ['manual', /edited it by hand/],
  ['cleared', /cleared it by hand/],
  ['locked', /It is locked/],
  ['only_offer', /^Only what is embedded in the file says/],
  ['file_order', /merged into it come last/],
  ['format_order', /their formats have an order/],
  ['role_order', /main file comes before parts/],
  ['path_order', /first by path wins/],
  [null, /made from another field/],
])('D1 the reason %s is a sentence', (reason, sentence) => {
  expect(why(field({ reason }))).toMatch(sentence)
})

test('what a provider says is told with its title, which leads to where it is at home', async () => {
  const said = offer({ source: 'openlibrary', origin: 'OL1W', value: 'Emma', wins: true })
  await open(field({ source: 'openlibrary', reason: 'only_offer', offers: [said] }))
  expect(await screen.findByText('Only Open Library says anything about it.')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /^Open Library/ })).toHaveAttribute(
    'href',
    'https://openlibrary.org/',
  )
})
