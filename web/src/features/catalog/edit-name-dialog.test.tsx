import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleName } from '@/testing/samples'
import { server } from '@/testing/server'
import { EditNameDialog } from './edit-name-dialog'

const person = sampleName({ aliases: ['U. K. Le Guin'] })

test('a name gets an alias by Enter, which does not save the form', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/api/people/3/aliases', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ name: 'Ursula Le Guin' }, { status: 201 })
    }),
  )
  const onClose = vi.fn()
  await renderPage(<EditNameDialog kind="people" name={person} onClose={onClose} />)
  const field = screen.getByRole('textbox', { name: 'Another name' })
  await userEvent.type(field, ' Ursula Le Guin {Enter}')
  await waitFor(() => expect(field).toHaveValue(''))
  expect(sent).toEqual([{ name: 'Ursula Le Guin' }])
  expect(onClose).not.toHaveBeenCalled()
})

test.each([
  [409, { code: 'name_taken', detail: 'x' }, 'Another entry has this name already. Merge the two instead.'],
  [400, { detail: 'x', errors: { name: ['This is the name itself.'] } }, 'This is the name itself.'],
  [500, { detail: 'It broke.' }, 'It broke.'],
])('an alias that is refused with %i says why until another is typed', async (status, problem, text) => {
  server.use(http.post('*/api/terms/3/aliases', () => HttpResponse.json(problem, { status })))
  await renderPage(
    <EditNameDialog kind="terms" name={sampleName({ name: 'SF', type: 'genre' })} onClose={vi.fn()} />,
  )
  const field = screen.getByRole('textbox', { name: 'Another name' })
  await userEvent.type(field, 'Sci-Fi')
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(text)
  expect(field).toHaveValue('Sci-Fi')
  await userEvent.type(field, '!')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('an alias is taken away by its spelling', async () => {
  const removed: (string | null)[] = []
  server.use(
    http.delete('*/api/people/3/aliases', ({ request }) => {
      removed.push(new URL(request.url).searchParams.get('name'))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await renderPage(<EditNameDialog kind="people" name={person} onClose={vi.fn()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Remove U. K. Le Guin' }))
  await waitFor(() => expect(removed).toEqual(['U. K. Le Guin']))
})

test('only people have a name they are sorted by', async () => {
  await renderPage(<EditNameDialog kind="terms" name={sampleName({ type: 'tag' })} onClose={vi.fn()} />)
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeInTheDocument()
  expect(screen.queryByRole('textbox', { name: 'Sort name' })).toBeNull()
})
