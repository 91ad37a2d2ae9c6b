import { expect, test } from 'vitest'
import { shownOf } from './covers'
import type { Asset } from './types'

const asset = (id: number, change: Partial<Asset>) => ({ id, ...change }) as Asset

test('of fanart the chosen one is shown, else the first that nobody refused', () => {
  const refused = asset(1, { type: 'fanart', rejected: true })
  const first = asset(2, { type: 'fanart' })
  const chosen = asset(3, { type: 'fanart', selected: true })
  expect(shownOf([refused, first], 'fanart')).toBe(first)
  expect(shownOf([refused, first, chosen], 'fanart')).toBe(chosen)
  expect(shownOf([refused], 'fanart')).toBeUndefined()
})

test('which cover is shown only the server knows', () => {
  const cover = asset(1, { type: 'cover' })
  expect(shownOf([cover], 'cover')).toBeUndefined()
  expect(shownOf([{ ...cover, in_use: true }], 'cover')).toMatchObject({ id: 1 })
})

test('a fanart that is only offered is not shown, as it is not here yet', () => {
  const offer = { type: 'fanart', score: 80, preview_url: '/picture' } as Asset
  const fetched = { type: 'fanart', score: 70, preview_url: null, picked: true } as Asset
  expect(shownOf([offer], 'fanart')).toBeUndefined()
  expect(shownOf([offer, fetched], 'fanart')).toBe(fetched)
})
