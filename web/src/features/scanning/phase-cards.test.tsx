import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { sampleScan } from '@/testing/samples'
import { PhaseCards } from './phase-cards'

const AT = '2026-05-01T12:00:00Z'

test('C13 a done phase collapses to a line with a tick, the running one is a card with a bar', () => {
  const scan = sampleScan({
    status: 'caching',
    discovery_completed_at: AT,
    scanning_completed_at: AT,
    assets_cached: 1832,
  })
  render(<PhaseCards scan={scan} type="book" />)
  const [discovering, scanning, caching, enriching] = screen.getAllByRole('listitem')
  expect(within(discovering!).getByLabelText('Done')).toBeInTheDocument()
  expect(within(scanning!).getByText('Scanning complete!')).toBeInTheDocument()
  expect(within(caching!).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '53')
  expect(within(enriching!).queryByRole('progressbar')).toBeNull()
})

test('C13 discovering has an indefinite bar', () => {
  render(<PhaseCards scan={sampleScan()} type="book" />)
  expect(screen.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow')
})
