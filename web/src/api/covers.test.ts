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
