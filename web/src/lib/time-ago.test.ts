import { expect, test } from 'vitest'
import { timeAgo } from './time-ago'

const NOW = Date.parse('2026-05-01T12:00:00Z')
const before = (seconds: number) => timeAgo(new Date(NOW - seconds * 1000).toISOString(), NOW)

test.each([
  [0, 'just now'],
  [4, 'just now'],
  [5, '5 seconds ago'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [3 * 60 + 59, '3 minutes ago'],
  [3600, '1 hour ago'],
  [26 * 3600, '1 day ago'],
  [8 * 86400, '1 week ago'],
  [70 * 86400, '2 months ago'],
  [800 * 86400, '2 years ago'],
])('%i seconds are told as "%s"', (seconds, text) => {
  expect(before(seconds)).toBe(text)
})

test('a server clock ahead of ours is still "just now"', () => {
  expect(before(-90)).toBe('just now')
})
