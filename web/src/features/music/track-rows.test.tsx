import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { sampleCredit, sampleTrack } from '@/testing/music-samples'
import { renderPage } from '@/testing/render'
import { TrackRows } from './track-rows'

const menu = () => null

test('C4 tracks stand by disc, and are credited only where the album is not', async () => {
  const tracks = [
    sampleTrack(),
    sampleTrack({
      id: 71,
      disc: 2,
      title: 'Together',
      artists: [sampleCredit('Miles Davis'), sampleCredit('A Guest', 'featured')],
    }),
  ]
  await renderPage(<TrackRows tracks={tracks} albumArtists="Miles Davis" menu={menu} />)
  const first = screen.getByRole('table', { name: 'Tracks of Disc 1' })
  expect(within(first).getByRole('row', { name: '1 So What 9:22' })).toBeInTheDocument()
  const second = screen.getByRole('table', { name: 'Tracks of Disc 2' })
  expect(within(second).getByText('Miles Davis feat. A Guest')).toBeInTheDocument()
  expect(screen.getAllByText(/Miles Davis/)).toHaveLength(1)
})

test('an album of one disc does not speak of discs', async () => {
  await renderPage(<TrackRows tracks={[sampleTrack()]} albumArtists="Various Artists" menu={menu} />)
  expect(screen.getByRole('table', { name: 'Tracks' })).toBeInTheDocument()
  expect(screen.queryByText('Disc 1')).toBeNull()
  expect(screen.getByText('Miles Davis')).toBeInTheDocument()
})
