import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleEpisode } from '@/testing/show-samples'
import { EpisodeRows } from './episode-rows'

test('C4 episodes are rows with number, title, day and length; what no number is known of has none', async () => {
  const episodes = [
    sampleEpisode(),
    sampleEpisode({ id: 31, title: 'Both', index_number: 24, index_number_end: 25, aired: null }),
    sampleEpisode({ id: 32, title: 'Extra', index_number: null, missing_since: '2026-05-01T12:00:00Z' }),
  ]
  await renderPage(<EpisodeRows episodes={episodes} menu={(episode) => <i>menu of {episode.title}</i>} />)
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows[0]).toHaveTextContent(/^1The Target.*June 2, 20021 h 2 minmenu of The Target$/)
  expect(rows[1]).toHaveTextContent(/^24–25Both/)
  expect(rows[2]).toHaveTextContent('Missing')
  expect(screen.getByRole('link', { name: 'Extra' })).toHaveAttribute('href', '/episodes/32')
  expect(screen.getByLabelText('No number')).toBeInTheDocument()
})
