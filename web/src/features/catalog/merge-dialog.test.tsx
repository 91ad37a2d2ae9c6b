import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleName } from '@/testing/samples'
import { server } from '@/testing/server'
import { MergeDialog } from './merge-dialog'

test('a term takes in another one of its type, and only such are offered', async () => {
  const asked: (string | null)[] = []
  const sent: unknown[] = []
  const publisher = sampleName({ name: 'Penguin', type: 'publisher' })
  server.use(
    http.get('*/api/terms', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('type'))
      return HttpResponse.json({ terms: [sampleName({ id: 4, name: 'Penguin Books' })], total: 1 })
    }),
    http.post('*/api/terms/3/merge', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(publisher)
    }),
  )
  const onClose = vi.fn()
  await renderPage(<MergeDialog kind="terms" name={publisher} onClose={onClose} />)
  await userEvent.click(await screen.findByRole('option', { name: /Penguin Books/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Merge' }))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(new Set(asked)).toEqual(new Set(['publisher']))
  expect(sent).toEqual([{ ids: [4] }])
})
