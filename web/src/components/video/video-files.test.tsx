import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '@/testing/render'
import { sampleStream, sampleVideo } from '@/testing/movie-samples'
import { VideoFiles } from './video-files'

const show = (...files: Parameters<typeof sampleVideo>[0][]) =>
  renderPage(
    <VideoFiles files={files.map((file, index) => sampleVideo({ id: index + 1, ...file }))} empty="None." />,
  )

const table = (name: string) => within(screen.getByRole('table', { name }))
const rowsOf = (name: string) =>
  table(name)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent))

test('C9 each type of stream has a table, without the columns nobody fills', async () => {
  await show({
    streams: [
      sampleStream({
        codec: 'hevc',
        profile: 'Main 10',
        width: 3840,
        height: 1600,
        bit_depth: 10,
        frame_rate: 24_000 / 1001,
        hdr: 'Dolby Vision',
      }),
      sampleStream({
        type: 'audio',
        codec: 'eac3',
        layout: '5.1(side)',
        channels: 6,
        language: 'de',
        default: true,
      }),
      sampleStream({ type: 'audio', codec: 'aac', channels: 2, commentary: true, title: 'On the making' }),
      sampleStream({
        type: 'subtitle',
        codec: 'subrip',
        language: 'zh-Hant',
        forced: true,
        external_path: '/srv/movies/Solaris (1972)/Solaris.zh-Hant.forced.srt',
      }),
    ],
  })
  expect(rowsOf('Video')).toEqual([
    ['Codec', 'Picture', 'Rate', 'HDR'],
    ['HEVC Main 10', '3840 × 1600, 10 bit', '23.976 fps', 'Dolby Vision'],
  ])
  expect(rowsOf('Audio')).toEqual([
    ['Language', 'Codec', 'Channels', 'Flags', 'Title'],
    ['German', 'E-AC3', '5.1 (side)', 'Default', ''],
    ['Unknown', 'AAC', '2 channels', 'Commentary', 'On the making'],
  ])
  expect(rowsOf('Subtitles')).toEqual([
    ['Language', 'Codec', 'Flags', 'File'],
    ['Traditional Chinese', 'SRT', 'Forced', 'Solaris.zh-Hant.forced.srt'],
  ])
})

test('C4 versions in their parts come first, then trailers and extras with folded streams', async () => {
  await show(
    { role: 'main', name: 'Final Cut' },
    { role: 'part', name: 'Final Cut' },
    { role: 'trailer', name: 'Teaser' },
    { role: 'extra', name: 'Making of' },
  )
  expect(screen.getAllByRole('heading', { level: 2 }).map((title) => title.textContent)).toEqual([
    'Files',
    'Trailer',
    'Extra',
  ])
  expect(screen.getByText('Part 2 of 2')).toBeInTheDocument()
  expect(screen.getAllByText('1 stream')).toHaveLength(2)
})

test('C4 what is wrong with a file is told beside it', async () => {
  await show({ error: { code: 'video.no_stream', message: 'There is nothing to watch.' }, streams: [] })
  expect(screen.getByRole('alert')).toHaveTextContent('There is nothing to watch. (video.no_stream)')
  expect(screen.queryByRole('table')).toBeNull()
})

test('something without files says so', async () => {
  await show()
  expect(screen.getByText('None.')).toBeInTheDocument()
})
