import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, test, vi } from 'vitest'
import type { Job } from '@/api/types'
import { renderPage } from '@/testing/render'
import { sampleJob, sampleScan } from '@/testing/samples'
import { server } from '@/testing/server'
import { ResyncButton } from './resync-button'
import { ResyncMenu } from './resync-menu'

const jobsUrl = '*/api/jobs'

/** The server as the button sees it: one latest job, and every request noted. */
function answerWith(latest: Job | null) {
  const state = { latest, asked: [] as URL[], posted: [] as unknown[], headers: [] as (string | null)[] }
  server.use(
    http.get(jobsUrl, ({ request }) => {
      state.asked.push(new URL(request.url))
      return HttpResponse.json({ jobs: state.latest ? [state.latest] : [], total: state.latest ? 1 : 0 })
    }),
    http.post(jobsUrl, async ({ request }) => {
      state.posted.push(await request.json())
      state.headers.push(request.headers.get('X-Colophon'))
      state.latest = sampleJob({ id: 71, status: 'pending', created_at: new Date().toISOString() })
      return HttpResponse.json(state.latest)
    }),
  )
  return state
}

const button = (name: RegExp | string) => screen.findByRole('button', { name })

describe('the button by state', () => {
  test.each([
    ['no job', null],
    ['a completed job', sampleJob({ status: 'completed' })],
    ['a cancelled job', sampleJob({ status: 'cancelled' })],
  ])('A8 %s: idle, still, "Resync library"', async (_, latest) => {
    answerWith(latest)
    await renderPage(<ResyncButton libraryId={1} />)
    const shown = await button('Resync library')
    await waitFor(() => expect(shown).toBeEnabled())
    expect(shown).toHaveAttribute('data-state', 'idle')
    expect(shown.querySelector('.animate-spin')).toBeNull()
  })

  test.each(['pending', 'in_progress'] as const)(
    'A8 %s: active, spinning, tells since when',
    async (status) => {
      const created_at = new Date(Date.now() - 3 * 60_000).toISOString()
      answerWith(sampleJob({ status, created_at, started_at: new Date().toISOString() }))
      await renderPage(<ResyncButton libraryId={1} />)
      const shown = await button('Scan started 3 minutes ago')
      expect(shown).toHaveAttribute('data-state', 'active')
      expect(shown.querySelector('.animate-spin')).not.toBeNull()
    },
  )

  test('A8 failed: still, with a warning badge', async () => {
    answerWith(sampleJob({ status: 'failed' }))
    await renderPage(<ResyncButton libraryId={1} />)
    const shown = await button('Last scan failed - view logs')
    expect(shown).toHaveAttribute('data-state', 'failed')
    expect(shown.querySelector('.animate-spin')).toBeNull()
    expect(screen.getByTestId('scan-warning')).toBeInTheDocument()
  })

  test('A8 disabled while the latest scan is not known yet', async () => {
    server.use(http.get(jobsUrl, () => new Promise<never>(() => {})))
    await renderPage(<ResyncButton libraryId={1} />)
    expect(await button('Resync library')).toBeDisabled()
  })

  test('A8 hovering shows the same words as a tooltip', async () => {
    answerWith(null)
    await renderPage(<ResyncButton libraryId={1} />)
    const shown = await button('Resync library')
    await waitFor(() => expect(shown).toBeEnabled())
    await userEvent.hover(shown)
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Resync library')
    expect(shown).toHaveAttribute('data-state', 'idle')
  })
})

describe('a click', () => {
  test('A8 when idle starts a scan of this library and spins', async () => {
    const state = answerWith(null)
    await renderPage(<ResyncButton libraryId={3} />)
    const shown = await button('Resync library')
    await waitFor(() => expect(shown).toBeEnabled())
    await userEvent.click(shown)
    expect(await button('Scan started just now')).toHaveAttribute('data-state', 'active')
    expect(state.posted).toEqual([{ type: 'scan', library_id: 3, data: {} }])
    expect(state.headers).toEqual(['1'])
  })

  test('A8 while the request is under way the button is disabled', async () => {
    answerWith(null)
    server.use(http.post(jobsUrl, () => new Promise<never>(() => {})))
    await renderPage(<ResyncButton libraryId={1} />)
    const shown = await button('Resync library')
    await waitFor(() => expect(shown).toBeEnabled())
    await userEvent.click(shown)
    await waitFor(() => expect(shown).toBeDisabled())
  })

  test.each(['pending', 'in_progress', 'failed'] as const)('A8 when %s opens the job', async (status) => {
    answerWith(sampleJob({ id: 42, status }))
    const { router } = await renderPage(<ResyncButton libraryId={1} />)
    await userEvent.click(await button(/Scan started|Last scan failed/))
    expect(router.state.location.pathname).toBe('/settings/jobs/42')
  })

  test('A8 a refusal is a toast, and the latest job is looked up again', async () => {
    const state = answerWith(null)
    server.use(
      http.post(jobsUrl, () => {
        state.latest = sampleJob({ id: 80, status: 'in_progress', created_at: new Date().toISOString() })
        const detail = 'A scan job is already running or pending.'
        return HttpResponse.json(
          { title: 'Conflict', status: 409, code: 'scan_active', detail },
          { status: 409 },
        )
      }),
    )
    await renderPage(<ResyncButton libraryId={1} />)
    const shown = await button('Resync library')
    await waitFor(() => expect(shown).toBeEnabled())
    await userEvent.click(shown)
    expect(await screen.findByText('A scan job is already running or pending.')).toBeInTheDocument()
    expect(await button('Scan started just now')).toHaveAttribute('data-state', 'active')
  })
})

describe('looking up the latest scan', () => {
  test('A9 asks for type=scan, this library or global, one', async () => {
    const state = answerWith(null)
    await renderPage(<ResyncButton libraryId={5} />)
    await waitFor(() => expect(state.asked).not.toHaveLength(0))
    expect(state.asked[0]!.search).toBe('?type=scan&library_id_or_global=5&limit=1')
  })

  test.each([
    ['A9 every 2 s while active', 'in_progress', 2_000],
    ['A9 every 30 s otherwise', 'completed', 30_000],
  ] as const)('%s', async (_, status, gap) => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const state = answerWith(sampleJob({ status }))
      await renderPage(<ResyncButton libraryId={1} />)
      await waitFor(() => expect(state.asked).toHaveLength(1))
      await vi.advanceTimersByTimeAsync(gap - 900)
      expect(state.asked).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(1_800)
      await waitFor(() => expect(state.asked).toHaveLength(2))
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('global scans', () => {
  test('A10 a running global scan spins this button too', async () => {
    answerWith(sampleJob({ library_id: null, library_name: null, status: 'in_progress' }))
    await renderPage(<ResyncButton libraryId={1} />)
    expect(await button(/^Scan started/)).toHaveAttribute('data-state', 'active')
  })

  test('A10 a failed global scan warns and names the library that failed', async () => {
    answerWith(sampleJob({ id: 60, library_id: null, library_name: null, status: 'failed' }))
    const scans = [
      sampleScan({ id: 8, job_id: 60, status: 'failed', library_name: 'Comics' }),
      sampleScan({ id: 9, job_id: 61, status: 'failed', library_name: 'Elsewhere' }),
    ]
    server.use(http.get('*/api/scans', () => HttpResponse.json({ scans, total: 2 })))
    await renderPage(<ResyncButton libraryId={1} />)
    expect(await button('Last scan failed - view logs (Comics)')).toHaveAttribute('data-state', 'failed')
  })

  test('A10 a new scan clears the warning', async () => {
    const state = answerWith(sampleJob({ status: 'failed' }))
    const { cache } = await renderPage(<ResyncButton libraryId={1} />)
    await button('Last scan failed - view logs')
    state.latest = sampleJob({
      id: 90,
      library_id: null,
      status: 'pending',
      created_at: new Date().toISOString(),
    })
    await cache.invalidateQueries()
    expect(await button('Scan started just now')).toHaveAttribute('data-state', 'active')
    expect(screen.queryByTestId('scan-warning')).toBeNull()
  })
})

describe('the menu beside it', () => {
  const open = async () => userEvent.click(await button('Scan actions'))

  test('A12 a failed scan can be started again at once', async () => {
    const state = answerWith(sampleJob({ status: 'failed' }))
    await renderPage(<ResyncMenu libraryId={1} />)
    await open()
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Scan now' }))
    await waitFor(() => expect(state.posted).toEqual([{ type: 'scan', library_id: 1, data: {} }]))
  })

  test('A12 full rescan forces', async () => {
    const state = answerWith(null)
    await renderPage(<ResyncMenu libraryId={1} />)
    await open()
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Full rescan' }))
    await waitFor(() =>
      expect(state.posted).toEqual([{ type: 'scan', library_id: 1, data: { force: true } }]),
    )
  })

  test('A12 a running scan can be cancelled and opened, not started again', async () => {
    answerWith(sampleJob({ id: 42, status: 'in_progress' }))
    let cancelled = 0
    server.use(
      http.post('*/api/jobs/42/cancel', () => {
        cancelled += 1
        return HttpResponse.json(sampleJob({ id: 42, status: 'cancelled' }))
      }),
    )
    const { router } = await renderPage(<ResyncMenu libraryId={1} />)
    await open()
    expect(await screen.findByRole('menuitem', { name: 'Scan now' })).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(screen.getByRole('menuitem', { name: 'Cancel scan' }))
    await waitFor(() => expect(cancelled).toBe(1))
    await open()
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Open job' }))
    expect(router.state.location.pathname).toBe('/settings/jobs/42')
  })
})
