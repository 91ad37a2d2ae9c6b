import { expect, test } from 'vitest'
import { sampleEpisode } from '@/testing/show-samples'
import { numberOf, placeText, seasonText, yearsOf } from './show-text'

test.each([
  ['an episode by its place', { index_number: 1 }, 'S01E01'],
  ['a file of several by the first and the last', { index_number: 24, index_number_end: 25 }, 'S01E24–25'],
  ['small numbers with two digits each', { index_number: 3, index_number_end: 4 }, 'S01E03–04'],
  ['a special by its number', { season: 0, index_number: 3 }, 'Special 3'],
  ['a special without a number', { season: 0, index_number: null }, 'Special'],
  ['no number by the season', { index_number: null }, 'Season 1'],
  ['no season by the number', { season: null, index_number: 7 }, 'Episode 7'],
  ['neither by nothing', { season: null, index_number: null }, null],
  ['more than ninety-nine as they are', { season: 21, index_number: 1085 }, 'S21E1085'],
])('%s', (_, change, text) => {
  expect(placeText(sampleEpisode(change))).toBe(text)
})

test('a number alone', () => {
  expect(numberOf({ index_number: 24, index_number_end: 25 })).toBe('24–25')
  expect(numberOf({ index_number: 24, index_number_end: 24 })).toBe('24')
  expect(numberOf({ index_number: null, index_number_end: null })).toBeNull()
})

test('a season that has a title says which one it is, and one that is called so does not', () => {
  const season = (index_number: number | null, title: string) =>
    seasonText({ index_number, title } as Parameters<typeof seasonText>[0])
  expect(season(2, 'The Port')).toBe('Season 2')
  expect(season(2, 'Season 2')).toBeNull()
  expect(season(0, 'Specials')).toBeNull()
  expect(season(0, 'Making of')).toBe('Specials')
  expect(season(null, 'Lost tapes')).toBe('Unnumbered')
})

test('a show is told by the years it ran', () => {
  expect(yearsOf({ year: 2002, end_date: '2008-03-09' })).toBe('2002–2008')
  expect(yearsOf({ year: 2002, end_date: '2002-12-01' })).toBe('2002')
  expect(yearsOf({ year: 2002, end_date: null })).toBe('2002')
  expect(yearsOf({ year: null, end_date: '2008' })).toBeNull()
})
