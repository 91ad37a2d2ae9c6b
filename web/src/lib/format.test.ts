import { expect, test } from 'vitest'
import { bytes, clock, dayText, duration, languageName, percent, plural } from './format'

test.each([
  [0, 0, 0],
  [1, 8, 13],
  [453, 1247, 36],
  [1832, 3456, 53],
  [5, 5, 100],
])('C13 %i of %i is %i per cent, half up', (part, total, whole) => {
  expect(percent(part, total)).toBe(whole)
})

test.each([
  [850, '850 ms'],
  [12_000, '12 s'],
  [200_000, '3 min 20 s'],
  [120_000, '2 min'],
  [7_500_000, '2 h 5 min'],
])('%i ms last "%s"', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_234_567, '1.2 MB'],
  [43_000_000, '43 MB'],
])('%i bytes are "%s"', (size, text) => {
  expect(bytes(size)).toBe(text)
})

test('numbers are grouped and counted words agree with them', () => {
  expect(plural(1, 'item')).toBe('1 item')
  expect(plural(1247, 'directory', 'directories')).toBe('1,247 directories')
})

test('a play time reads like a clock', () => {
  expect(clock(3723)).toBe('1:02:03')
  expect(clock(65)).toBe('1:05')
})

test('an unknown language shows its code', () => {
  expect(languageName('en')).toBe('English')
  expect(languageName('not a code')).toBe('not a code')
})

test.each([
  ['1972', '1972'],
  ['1972-03', 'March 1972'],
  ['1972-03-20', 'March 20, 1972'],
  ['sometime', 'sometime'],
])('as much of the day %s is told as is known', (value, text) => {
  expect(dayText(value)).toBe(text)
})
