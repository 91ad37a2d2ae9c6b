import { expect, test } from 'vitest'
import type { ArtistListItem } from '@/api/types'
import { sampleStream } from '@/testing/movie-samples'
import { sampleCredit, sampleTrack } from '@/testing/music-samples'
import { artistsText, discsOf, lifeOf, totalLength } from './music-text'
import { soundText } from './track-files'

test('guests are named behind those who made it', () => {
  expect(artistsText([sampleCredit('Guest', 'featured'), sampleCredit('Band'), sampleCredit('Singer')])).toBe(
    'Band, Singer feat. Guest',
  )
  expect(artistsText([sampleCredit('Guest', 'featured')])).toBe('feat. Guest')
  expect(artistsText([])).toBe('')
})

test('tracks stand by disc, and what is on none comes last', () => {
  const tracks = [
    sampleTrack({ id: 1, disc: 2 }),
    sampleTrack({ id: 2, disc: null }),
    sampleTrack({ id: 3, disc: 1 }),
    sampleTrack({ id: 4, disc: 2 }),
  ]
  expect(discsOf(tracks).map(({ number, tracks: held }) => [number, held.map(({ id }) => id)])).toEqual([
    [1, [3]],
    [2, [1, 4]],
    [null, [2]],
  ])
})

test('the length of an album is told by the minute, and not at all when nothing is known', () => {
  expect(totalLength([sampleTrack({ duration_s: 562 }), sampleTrack({ duration_s: 2_200 })])).toBe('46 min')
  expect(totalLength([sampleTrack({ duration_s: 40.4 })])).toBe('40 s')
  expect(totalLength([sampleTrack({ duration_s: null })])).toBeNull()
})

test.each([
  ['1985-04-01', '1996', '1985–1996'],
  ['1985', null, 'since 1985'],
  [null, '1996', 'until 1996'],
  [null, null, null],
])('an artist from %s to %s', (begin_date, end_date, text) => {
  expect(lifeOf({ begin_date, end_date } as ArtistListItem)).toBe(text)
})

test('the sound of a file in a line, as much as was measured', () => {
  const sound = sampleStream({
    type: 'audio',
    codec: 'flac',
    channels: 2,
    layout: 'stereo',
    sample_rate: 44_100,
    bit_depth: 16,
    bit_rate: 920_400,
  })
  expect(soundText(sound)).toBe('FLAC, stereo, 44.1 kHz, 16 bit, 920 kbit/s')
  expect(soundText(sampleStream({ type: 'audio', codec: 'mp3' }))).toBe('MP3')
})
