import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { meQuery } from '@/api/access'
import type { BookFile } from '@/api/types'
import { freshCache, renderPage } from '@/testing/render'
import { sampleFile } from '@/testing/samples'
import { server } from '@/testing/server'
import { FileMenu } from './file-menu'

async function show(change: Partial<BookFile>, permissions = ['books:read', 'books:write']) {
  const me = { id: 1, username: 'ada', role: 'x', permissions, library_access: 'all' as const }
  server.use(http.get('*/api/auth/me', () => HttpResponse.json(me)))
  const cache = freshCache()
  cache.setQueryData(meQuery.queryKey, me)
  await renderPage(<FileMenu file={sampleFile(change)} onEdit={() => {}} />, cache)
}

const open = async () => userEvent.click(await screen.findByRole('button', { name: 'More actions' }))
const entries = () => screen.getAllByRole('menuitem').map((entry) => entry.textContent?.trim())
const entry = (name: string) => screen.getByRole('menuitem', { name })

test('a file is downloaded as it is, or as a copy with metadata', async () => {
  await show({})
  await open()
  expect(entry('Download')).toHaveAttribute('href', '/api/books/files/50/download')
  expect(entry('Download')).toHaveAttribute('download')
  expect(entry('Download with metadata')).toHaveAttribute(
    'href',
    '/api/books/files/50/download?with_metadata=1',
  )
})

test.each([
  ['epub', true],
  ['cbz', true],
  ['m4b', true],
  ['m4a', true],
  ['cbr', false],
  ['mp3', false],
  ['pdf', false],
] as const)('whether a copy of a %s carries metadata: %s', async (format, can) => {
  await show({ file_type: format })
  await open()
  expect(entries().includes('Download with metadata')).toBe(can)
})

test('of a file that cannot be read there is only the original', async () => {
  await show({ error: { code: 'broken', message: 'Broken.' } as BookFile['error'] })
  await open()
  expect(entries()).toContain('Download')
  expect(entries()).not.toContain('Download with metadata')
})

test('a PDF opens in a tab of its own', async () => {
  await show({ file_type: 'pdf' })
  await open()
  expect(entry('Open')).toHaveAttribute('href', '/api/books/files/50/download?inline=1')
  expect(entry('Open')).toHaveAttribute('target', '_blank')
  expect(entry('Open')).not.toHaveAttribute('download')
})

test('who may not write downloads only', async () => {
  await show({}, ['books:read'])
  await open()
  expect(entries()).toEqual(['Download', 'Download with metadata'])
  expect(screen.queryByRole('separator')).toBeNull()
})

test('a file that is gone from disk is not handed out', async () => {
  await show({ missing_since: '2026-05-01T12:00:00Z' })
  await open()
  expect(entries()).toEqual(['Edit', 'Scan for new metadata', 'Refresh all metadata'])
})

test('who may not write has no menu on a file that is gone from disk', async () => {
  await show({ missing_since: '2026-05-01T12:00:00Z' }, ['books:read'])
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
})
