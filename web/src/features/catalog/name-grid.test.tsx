import { expect, test } from 'vitest'
import { initialsOf } from './name-grid'

test.each([
  ['Ursula K. Le Guin', 'UG'],
  ['Plato', 'P'],
  ['村上春樹', '村'],
  ['émile zola', 'ÉZ'],
  ['', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
