import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import { renderPage } from '@/testing/render'
import { sampleNode } from '@/testing/samples'
import { server } from '@/testing/server'
import { NodeList } from './node-list'

const answer = (body: object, status = 200) =>
  server.use(http.get('*/api/nodes', () => HttpResponse.json(body, { status })))

const row = async (host: RegExp) => within(await screen.findByRole('row', { name: host }))

test('each node is a row with its host, state, load, heartbeat and version', async () => {
  answer({
    nodes: [
      sampleNode({ id: 'pages:1:a', host: 'pages', readers: 0, is_this: true }),
      sampleNode({ id: 'worker:2:b', host: 'worker', readers: 8, running: 3, version: '0.2.1' }),
      sampleNode({ id: 'stuck:3:c', host: 'stuck', state: 'frozen' }),
      sampleNode({ id: 'dead:4:d', host: 'dead', state: 'gone', running: 5 }),
    ],
  })
  await renderPage(<NodeList />)

  const pages = await row(/pages:1:a/)
  expect(pages.getByText('this node')).toBeInTheDocument()
  expect(pages.getByText('none, serves pages')).toBeInTheDocument()
  const worker = await row(/worker:2:b/)
  expect(worker.getByText('Alive')).toBeInTheDocument()
  expect(worker.getByRole('cell', { name: '8' })).toBeInTheDocument()
  expect(worker.getByRole('cell', { name: '3' })).toBeInTheDocument()
  expect(worker.getByText('0.2.1')).toBeInTheDocument()
  expect(worker.getAllByText('just now')).toHaveLength(1)
  expect(worker.queryByText('this node')).toBeNull()
  expect((await row(/stuck:3:c/)).getByText('Frozen')).toBeInTheDocument()
  const dead = await row(/dead:4:d/)
  expect(dead.getByText('Gone')).toBeInTheDocument()
  expect(dead.queryByRole('cell', { name: '5' })).toBeNull()
  expect(screen.queryByText(/No living node/)).toBeNull()
})

test('the living stand before the dead', async () => {
  answer({
    nodes: [
      sampleNode({ id: 'one', state: 'gone' }),
      sampleNode({ id: 'two', state: 'frozen' }),
      sampleNode({ id: 'three' }),
      sampleNode({ id: 'four' }),
    ],
  })
  await renderPage(<NodeList />)

  const hosts = (await screen.findAllByRole('rowheader')).map((cell) => cell.textContent)
  expect(hosts).toEqual(['herethree', 'herefour', 'heretwo', 'hereone'])
})

test('it says so when nobody who lives works on jobs', async () => {
  answer({ nodes: [sampleNode({ readers: 0 }), sampleNode({ id: 'dead:4:d', state: 'gone' })] })
  await renderPage(<NodeList />)

  expect(await screen.findByText(/No living node works on jobs/)).toBeInTheDocument()
})

test('without any node it says why', async () => {
  answer({ nodes: [] })
  await renderPage(<NodeList />)

  expect(await screen.findByRole('heading', { name: 'No node is at work' })).toBeInTheDocument()
})

test('an error is told and can be tried again', async () => {
  answer({ detail: 'The database is away.', code: 'database_lost' }, 503)
  await renderPage(<NodeList />)
  expect(await screen.findByText('The database is away.')).toBeInTheDocument()

  answer({ nodes: [sampleNode()] })
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

  expect(await screen.findByRole('table')).toBeInTheDocument()
})

test('when the list cannot be read again, the last one stays and it is said that it is old', async () => {
  answer({ nodes: [sampleNode()] })
  const { cache } = await renderPage(<NodeList />)
  await screen.findByRole('table')

  answer({ detail: 'The database is away.', code: 'database_lost' }, 503)
  await cache.invalidateQueries({ queryKey: keys.nodes })

  expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.')
  expect(screen.getByRole('table')).toBeInTheDocument()
})
