import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleSystem } from '@/testing/samples'
import { server } from '@/testing/server'
import { CheckList } from './check-list'

test('each check tells its verdict in words', async () => {
  server.use(http.get('*/api/system', () => HttpResponse.json(sampleSystem())))
  await renderPage(<CheckList />)

  const checks = (await screen.findAllByRole('listitem')).map((item) => item.textContent)
  expect(checks).toEqual(['OKdatabase/srv/colophon.db, 1 user', 'Absentlibarchivenot installed'])
})
