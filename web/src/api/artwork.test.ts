import { expect, test } from 'vitest'
import { shownOf } from './artwork'
import type { Asset } from './types'

const asset = (id: number, change: Partial<Asset>) => ({ id, type: 'fanart', ...change }) as Asset

test('of a type the first that the server uses is shown, whatever else is offered', () => {
  const offered = asset(1, { score: 90, in_use: false })
  const other = asset(2, { type: 'poster', in_use: true })
  const first = asset(3, { in_use: true })
  expect(shownOf([offered, other, first, asset(4, { in_use: true })], 'fanart')).toBe(first)
  expect(shownOf([offered], 'fanart')).toBeUndefined()
})
