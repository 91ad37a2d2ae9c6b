import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { sampleRun } from '@/testing/publish-samples'
import { renderPage } from '@/testing/render'
import { sampleJob } from '@/testing/samples'
import { server } from '@/testing/server'
import { PublishCard } from './publish-card'

test('C20 a job of publishing tells what its run did and leads to the files', async () => {
  server.use(http.get('*/api/publish/runs/9', () => HttpResponse.json(sampleRun({ failed: 3 }))))
  await renderPage(<PublishCard job={sampleJob({ id: 9, type: 'publish' })} />)
  expect(await screen.findByText(/1,200 written, 1 removed, 2 left alone, 3 failed/)).toBeInTheDocument()
  expect(screen.getByText('With failures')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Show the files' })).toHaveAttribute(
    'href',
    '/settings/libraries/1?tab=publishing&run=9',
  )
})

test('C20 a job that takes a run back names it', async () => {
  server.use(http.get('*/api/publish/runs/9', () => HttpResponse.json(sampleRun({ job_id: 12 }))))
  await renderPage(
    <PublishCard
      job={sampleJob({
        id: 12,
        type: 'publish',
        status: 'in_progress',
        progress: 25,
        data: { undo_run_id: 9 },
      })}
    />,
  )
  expect(screen.getByRole('heading', { name: 'Taking back run 9' })).toBeInTheDocument()
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25')
  expect(await screen.findByText('Taking back')).toBeInTheDocument()
})

test('C20 a job that found nothing to do has no run, and says so', async () => {
  server.use(http.get('*/api/publish/runs/9', () => HttpResponse.json({}, { status: 404 })))
  await renderPage(<PublishCard job={sampleJob({ id: 9, type: 'publish' })} />)
  expect(await screen.findByText(/^It found nothing to do/)).toBeInTheDocument()
})
