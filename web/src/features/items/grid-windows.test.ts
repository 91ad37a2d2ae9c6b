import { expect, test } from 'vitest'
import { gridShape, pagesFor } from './grid-windows'

test('C22 only the pages in view are asked for, and the first for the total', () => {
  expect(pagesFor(0, 23)).toEqual([0])
  expect(pagesFor(50, 70)).toEqual([0, 1])
  expect(pagesFor(9_000, 9_070)).toEqual([0, 150, 151])
})

test('nothing in view still asks for the first page', () => {
  expect(pagesFor(0, -1)).toEqual([0])
})

test.each([
  ['a phone', 390 - 24, 3],
  ['a narrow phone', 320 - 24, 3],
  ['a desk', 1280 - 48, 6],
])('%s of %i pixels has %i columns', (_, width, columns) => {
  expect(gridShape(width, 'tall').columns).toBe(columns)
})

test('square pictures make lower rows, and wide ones stand two by two on a phone', () => {
  expect(gridShape(1000, 'square').rowHeight).toBeLessThan(gridShape(1000, 'tall').rowHeight)
  expect(gridShape(366, 'wide').columns).toBe(2)
})

test('a row is as high as its covers are wide by 3:2, and its caption', () => {
  const shape = gridShape(366, 'tall')
  const cover = (366 - 2 * shape.gap) / 3
  expect(shape.rowHeight).toBeGreaterThan(cover * 1.5)
})
