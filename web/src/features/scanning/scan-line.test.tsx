import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import type { Library, Scan } from '@/api/types'
import { freshCache, renderPage } from '@/testing/render'
import { sampleScan } from '@/testing/samples'
import { server } from '@/testing/server'
import { ScanLine } from './scan-line'

const library = { id: 1, type: 'book', name: 'Novels' } as Library

async function show(scan: Scan) {
  server.use(http.get('*/api/scans', () => HttpResponse.json({ scans: [scan], total: 1 })))
  const cache = freshCache()
  await renderPage(<ScanLine library={library} />, cache)
  return (next: Scan) => cache.setQueryData(keys.libraryScan(1), next)
}

test('C14 "Library is ready" is announced when scanning ends, while caching goes on', async () => {
  const become = await show(sampleScan({ status: 'scanning' }))
  expect(await screen.findByText(/^Scanning books/)).toBeInTheDocument()
  expect(screen.queryByText('Library is ready')).toBeNull()
  become(sampleScan({ status: 'caching' }))
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Library is ready'))
  expect(screen.getByRole('status')).toHaveTextContent('Caching assets')
})

test('C14 a scan too short to be seen caching says it at its end', async () => {
  const become = await show(sampleScan({ status: 'discovering' }))
  await screen.findByText(/^Discovering/)
  become(sampleScan({ status: 'completed' }))
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Library is ready'))
  expect(screen.getByRole('status')).toHaveTextContent('Scan completed successfully!')
})

test('C14 a scan that had ended before the page opened is not announced', async () => {
  await show(sampleScan({ status: 'completed' }))
  await new Promise((done) => setTimeout(done, 50))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})
