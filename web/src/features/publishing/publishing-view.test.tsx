import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import type { Job, Library, PlannedItem, PublishCounts, PublishRun } from '@/api/types'
import { sampleCounts, samplePublished, sampleRun } from '@/testing/publish-samples'
import { renderPage } from '@/testing/render'
import { sampleJob, sampleLibrary } from '@/testing/samples'
import { server } from '@/testing/server'
import { PublishingView, type PublishingPlace } from './publishing-view'

const RIVER: PlannedItem = {
  item_id: 5,
  kind: 'movie',
  title: 'وهلأ لوين',
  files: [
    { path: '/srv/films/River (1999)/poster.jpg', content: 'poster', action: 'write', reason: null },
    {
      path: '/srv/films/River (1999)/River (1999).nfo',
      content: 'nfo',
      action: 'keep',
      reason: 'Somebody else’s file of this name stays.',
    },
  ],
}

interface Given {
  type?: Library['type']
  publish?: Library['options']['publish']
  counts?: (after: number) => Partial<PublishCounts>
  items?: PlannedItem[]
  runs?: PublishRun[]
  job?: Partial<Job>
  place?: PublishingPlace
  mayWrite?: boolean
}

/** What was sent, in order: method, path and body. */
async function open(given: Given = {}) {
  const sent: [string, unknown?][] = []
  const { counts = () => ({}), items = [RIVER], runs = [], place = {} } = given
  const asked = (request: Request, name: string) => new URL(request.url).searchParams.get(name)
  server.use(
    http.get('*/api/libraries/1/publish/plan', ({ request }) =>
      HttpResponse.json({
        program: asked(request, 'program'),
        items: asked(request, 'program') === 'off' ? [] : items,
        next: null,
      }),
    ),
    http.get('*/api/libraries/1/publish/plan/counts', ({ request }) =>
      HttpResponse.json(sampleCounts(counts(Number(asked(request, 'after'))))),
    ),
    http.get('*/api/libraries/1/publish/runs', () => HttpResponse.json({ runs, total: runs.length })),
    http.get('*/api/publish/runs/:id', ({ params }) =>
      HttpResponse.json(runs.find((run) => run.id === Number(params.id))),
    ),
    http.get('*/api/publish/runs/9/files', ({ request }) => {
      const files = [
        samplePublished(),
        samplePublished({
          path: '/srv/films/a.nfo',
          content: 'nfo',
          state: 'failed',
          reason: 'Permission denied',
        }),
      ].filter((file) => !asked(request, 'state') || file.state === asked(request, 'state'))
      return HttpResponse.json({ files, total: files.length })
    }),
    http.get('*/api/jobs/80', () =>
      HttpResponse.json(
        sampleJob({ id: 80, type: 'publish', status: 'in_progress', progress: 40, ...given.job }),
      ),
    ),
    http.post('*/api/libraries/1/publish', () => {
      sent.push(['publish'])
      return HttpResponse.json({ job_id: 80 })
    }),
    http.post('*/api/publish/runs/9/undo', () => {
      sent.push(['undo'])
      return HttpResponse.json({ job_id: 80 })
    }),
    http.patch('*/api/libraries/1', async ({ request }) => {
      sent.push(['save', await request.json()])
      return HttpResponse.json(sampleLibrary())
    }),
  )
  const onPlace = vi.fn()
  const usual = sampleLibrary()
  await renderPage(
    <PublishingView
      library={sampleLibrary({
        type: given.type ?? 'movie',
        paths: ['/srv/films'],
        options: { ...usual.options, publish: given.publish ?? 'kodi' },
      })}
      mayWrite={given.mayWrite ?? true}
      mayReadJobs
      mayCancel
      place={place}
      onPlace={onPlace}
    />,
  )
  return { sent, onPlace }
}

const button = (name: string) => screen.getByRole('button', { name })

test('C20 while it is off nothing is planned, and a choice shows its plan before it is saved', async () => {
  const { sent } = await open({ publish: 'off', counts: () => ({ keep: 1 }) })
  const choice = await screen.findByRole('combobox', { name: 'Publish for' })
  expect(button('Save')).toBeDisabled()
  expect(screen.queryByRole('list', { name: 'Plan' })).toBeNull()
  await userEvent.selectOptions(choice, 'Jellyfin')
  const plan = within(await screen.findByRole('list', { name: 'Plan' }))
  expect(plan.getByRole('link', { name: RIVER.title })).toHaveAttribute('href', '/movies/5')
  expect(plan.getByTitle('/srv/films/River (1999)/poster.jpg')).toBeInTheDocument()
  expect(plan.getByText('Stays')).toBeInTheDocument()
  expect(plan.getByText('Somebody else’s file of this name stays.')).toBeInTheDocument()
  expect(await screen.findByText('2 to write · 1 stays as it is, beside 1 item')).toBeInTheDocument()
  await userEvent.click(button('Save'))
  await waitFor(() => expect(sent).toEqual([['save', { options: { publish: 'jellyfin' } }]]))
})

test('C20 a large plan is counted piece by piece, and says how far that is', async () => {
  await open({
    counts: (after) => ({
      total: 3000,
      looked: 1000,
      write: 1000,
      items: 500,
      next: after < 2 ? after + 1 : null,
    }),
  })
  expect(await screen.findByText('3,000 to write, beside 1,500 items')).toBeInTheDocument()
  expect(screen.queryByRole('progressbar')).toBeNull()
})

test('C20 what stands as it ought to leaves nothing to publish', async () => {
  await open({ items: [], counts: () => ({ items: 0, write: 0 }) })
  expect(
    await screen.findByText('All that is to be published lies beside the media already.'),
  ).toBeInTheDocument()
  expect(button('Publish now')).toBeDisabled()
})

test('C20 publishing tells how far its job is and can be cancelled', async () => {
  const { sent } = await open()
  const cancelled: unknown[] = []
  server.use(
    http.post('*/api/jobs/80/cancel', () => {
      cancelled.push(80)
      return HttpResponse.json(
        sampleJob({ id: 80, status: 'in_progress', cancel_requested_at: '2026-05-01T12:00:00Z' }),
      )
    }),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Publish now' }))
  expect(await screen.findByRole('progressbar', { name: 'Publishing…' })).toHaveAttribute(
    'aria-valuenow',
    '40',
  )
  expect(screen.getByRole('link', { name: 'Job 80' })).toHaveAttribute('href', '/settings/jobs/80')
  await userEvent.click(button('Cancel'))
  await waitFor(() => expect(cancelled).toEqual([80]))
  expect(sent).toEqual([['publish']])
})

test('C20 a job that ended before anybody looked leaves its run in the list', async () => {
  await open({ job: { status: 'completed', progress: 100 } })
  await screen.findByText('Nothing was published yet.')
  server.use(
    http.get('*/api/libraries/1/publish/runs', () => HttpResponse.json({ runs: [sampleRun()], total: 1 })),
  )
  await userEvent.click(button('Publish now'))
  expect(await screen.findByText('Whole library')).toBeInTheDocument()
  expect(screen.queryByRole('progressbar', { name: 'Publishing…' })).toBeNull()
  expect(screen.getByRole('combobox', { name: 'Publish for' })).toBeInTheDocument()
})

test('C20 a refusal of the server is told', async () => {
  await open()
  const detail = 'The library publishes nothing; set its option publish first.'
  server.use(http.post('*/api/libraries/1/publish', () => HttpResponse.json({ detail }, { status: 409 })))
  await userEvent.click(await screen.findByRole('button', { name: 'Publish now' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(detail)
})

test('C20 a library of books has nothing to publish and says so', async () => {
  await open({ type: 'book', publish: 'off', counts: () => ({ total: 0, looked: 0 }) })
  expect(await screen.findByText(/^There is nothing to publish in this library/)).toBeInTheDocument()
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('C20 runs are listed with what they did, and one leads to its files', async () => {
  const { onPlace } = await open({
    runs: [
      sampleRun(),
      sampleRun({
        id: 8,
        item_id: 5,
        item_kind: 'movie',
        item_title: 'River',
        written: 0,
        removed: 0,
        undone: 3,
        undone_at: '2026-05-02T12:00:00Z',
      }),
    ],
  })
  const [whole, one] = within(await screen.findByRole('list', { name: 'Runs' })).getAllByRole('listitem')
  expect(whole).toHaveTextContent(/^Whole libraryKodi · .* · 1,200 written, 1 removed, 2 left alone/)
  expect(one).toHaveTextContent(/^RiverTaken back.*3 taken back/)
  expect(within(one!).queryByRole('button', { name: 'Take back run 8' })).toBeNull()
  await userEvent.click(button('Files of run 9'))
  expect(onPlace).toHaveBeenCalledWith({ run: 9 })
})

test('C20 the files of a run say what became of them and why, all or those that failed', async () => {
  await open({ runs: [sampleRun()], place: { run: 9 } })
  const files = await screen.findByRole('list', { name: 'Files of the run' })
  await within(files).findByText('Permission denied')
  expect(within(files).getByText('Written')).toBeInTheDocument()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Files' }), 'Failed')
  await waitFor(() => expect(within(files).getAllByRole('listitem')).toHaveLength(1))
  expect(within(files).getByText('a.nfo')).toBeInTheDocument()
})

test('C20 a run is taken back after a question, and publishing is switched off with it', async () => {
  const { sent, onPlace } = await open({ runs: [sampleRun()], place: { takeBack: 9 } })
  const dialog = within(await screen.findByRole('dialog', { name: 'Take this run back?' }))
  expect(await dialog.findByText(/^Run 9 left 1,201 files changed/)).toBeInTheDocument()
  expect(dialog.getByLabelText('Switch publishing off too')).toBeChecked()
  await userEvent.click(dialog.getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(sent).toEqual([['save', { options: { publish: 'off' } }], ['undo']]))
  await waitFor(() => expect(onPlace).toHaveBeenCalledWith({ takeBack: undefined }))
})

test('C20 publishing may stay on when a run is taken back', async () => {
  const { sent } = await open({ runs: [sampleRun()], place: { takeBack: 9 } })
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByText(/^Run 9/)
  await userEvent.click(dialog.getByLabelText('Switch publishing off too'))
  await userEvent.click(dialog.getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(sent).toEqual([['undo']]))
})

test('C20 who may not write sees the plan and the runs, and changes nothing', async () => {
  await open({ runs: [sampleRun()], mayWrite: false })
  expect(await screen.findByRole('list', { name: 'Plan' })).toBeInTheDocument()
  await screen.findByRole('list', { name: 'Runs' })
  expect(screen.queryByRole('combobox', { name: 'Publish for' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Take back run 9' })).toBeNull()
})
