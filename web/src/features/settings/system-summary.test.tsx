import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { SystemState } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleSystem } from '@/testing/samples'
import { server } from '@/testing/server'
import { SystemSummary } from './system-summary'

async function show(change: Partial<SystemState> = {}) {
  server.use(http.get('*/api/system', () => HttpResponse.json(sampleSystem(change))))
  await renderPage(<SystemSummary />)
  await screen.findByText('Version')
}

const fact = (name: string) => within(screen.getByText(name).parentElement!).getByRole('definition')

test('it tells version, work, database and data folder', async () => {
  await show()

  expect(fact('Version')).toHaveTextContent('0.2.0')
  expect(fact('Work of this node')).toHaveTextContent('4 readers')
  expect(fact('Database')).toHaveTextContent('PostgreSQLpostgres://db:5432/books')
  expect(fact('Data folder')).toHaveTextContent('/srv/colophon')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a node without work says so', async () => {
  await show({ readers: 0 })

  expect(fact('Work of this node')).toHaveTextContent('Only serves pages')
})

test('trouble of the database stands above all', async () => {
  const trouble = {
    code: 'disk_full',
    message: 'The disk is full. Free some space.',
    since: '2026-05-01T12:00:00Z',
  }
  await show({ database: { ...sampleSystem().database, trouble } })

  expect(screen.getByRole('alert')).toHaveTextContent('The disk is full. Free some space.')
})

test('an error is told', async () => {
  server.use(
    http.get('*/api/system', () =>
      HttpResponse.json({ detail: 'You may not look at this.', code: 'forbidden' }, { status: 403 }),
    ),
  )
  await renderPage(<SystemSummary />)

  expect(await screen.findByText('You may not look at this.')).toBeInTheDocument()
})
