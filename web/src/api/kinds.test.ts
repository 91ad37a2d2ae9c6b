import { expect, test } from 'vitest'
import { itemWord, kindAround, kindListed, listAddress } from './kinds'
import { itemSubject, placeOf } from './subject'

test('an address names a list of a library, else the first one is shown', () => {
  expect(kindListed('music')).toBe('album')
  expect(kindListed('music', 'artist')).toBe('artist')
  expect(kindListed('music', 'book')).toBe('album')
  expect(listAddress('album')).toEqual({})
  expect(listAddress('track')).toEqual({ kind: 'track' })
  expect(listAddress('season')).toEqual({})
})

test('what lies in something is left for that, and what does not for its library', () => {
  expect(kindAround('track')).toBe('album')
  expect(kindAround('show')).toBeUndefined()
  const episode = { id: 3, library_id: 1, title: 'One', season_id: 2 }
  expect(placeOf(itemSubject('episode', episode))).toEqual({ to: '/seasons/$id', params: { id: 2 } })
  const alone = { ...episode, season_id: null }
  expect(placeOf(itemSubject('episode', alone))).toEqual({ to: '/libraries/$id', params: { id: 1 } })
})

test('items of several kinds are counted as items', () => {
  expect(itemWord('movie')).toBe('movie')
  expect(itemWord('tv')).toBe('item')
  expect(itemWord(undefined)).toBe('item')
})
