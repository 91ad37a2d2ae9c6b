import { describe, expect, test } from 'vitest'
import { indexOf, neighbours, pictureWidth, turned, turnOfClick, turnOfKey, turnOfSwipe } from './page-turns'

describe('turns', () => {
  test('the first and the last page are ends', () => {
    expect(turned(0, 'previous', 3)).toBe(0)
    expect(turned(2, 'next', 3)).toBe(2)
    expect(turned(1, 'next', 3)).toBe(2)
    expect(turned(1, 'first', 3)).toBe(0)
    expect(turned(1, 'last', 3)).toBe(2)
    expect(turned(0, 'last', 0)).toBe(0)
  })

  test('the address counts from one and may name a page that is not there', () => {
    expect(indexOf(undefined, 5)).toBe(0)
    expect(indexOf(3, 5)).toBe(2)
    expect(indexOf(99, 5)).toBe(4)
    expect(indexOf(-4, 5)).toBe(0)
  })

  test.each([
    ['ArrowRight', 'ltr', 'next'],
    ['ArrowRight', 'rtl', 'previous'],
    ['ArrowLeft', 'ltr', 'previous'],
    ['ArrowLeft', 'rtl', 'next'],
    ['PageDown', 'rtl', 'next'],
    [' ', 'ltr', 'next'],
    ['PageUp', 'ltr', 'previous'],
    ['Home', 'rtl', 'first'],
    ['End', 'rtl', 'last'],
    ['x', 'ltr', null],
  ] as const)('key %s read %s: %s', (key, direction, turn) => {
    expect(turnOfKey(key, direction)).toBe(turn)
  })

  test('halves and swipes change places in manga', () => {
    expect(turnOfClick(90, 100, 'ltr')).toBe('next')
    expect(turnOfClick(90, 100, 'rtl')).toBe('previous')
    expect(turnOfClick(10, 100, 'ltr')).toBe('previous')
    expect(turnOfSwipe(-80, 5, 'ltr')).toBe('next')
    expect(turnOfSwipe(-80, 5, 'rtl')).toBe('previous')
    expect(turnOfSwipe(80, 5, 'rtl')).toBe('next')
  })

  test('a short or slanted swipe scrolls and turns nothing', () => {
    expect(turnOfSwipe(-30, 0, 'ltr')).toBeNull()
    expect(turnOfSwipe(-80, 60, 'ltr')).toBeNull()
  })

  test('the next page is fetched before the one before', () => {
    expect(neighbours(0, 3)).toEqual([1])
    expect(neighbours(1, 3)).toEqual([2, 0])
    expect(neighbours(2, 3)).toEqual([1])
  })

  test('only small screens ask for smaller pictures', () => {
    expect(pictureWidth(390, 3)).toBe(1170)
    expect(pictureWidth(1440, 2)).toBeUndefined()
  })
})
