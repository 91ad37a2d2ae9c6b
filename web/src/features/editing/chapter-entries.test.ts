import { expect, test } from 'vitest'
import { BLANK_CHAPTER, chapterFaults, fromEntries, toEntries, type ChapterBody } from './chapter-entries'

const HOUR = 3_600_000

const chapter = (title: string, start_ms: number | null, children: ChapterBody[] = []): ChapterBody => ({
  title,
  start_ms,
  page: null,
  href: null,
  children,
})
const typed = (title: string, start: string) => ({ ...BLANK_CHAPTER, title, start })

test('D1 what is not touched goes back as it came, to the millisecond and however deep it lies', () => {
  const chapters = [chapter('One', 0, [chapter('In one', 90_123)]), chapter('Two', 3_723_456)]
  const entries = toEntries(chapters)
  expect(entries.map(({ start }) => start)).toEqual(['0:00:00', '0:01:30', '1:02:03'])
  expect(fromEntries(entries)).toEqual(chapters)
})

test.each([
  ['1:02:03', 3_723_000],
  ['2:03', 123_000],
  ['100:00:00', 360_000_000],
  [' 0:00:01.5 ', 1500],
  ['0:00:01,005', 1005],
])('D1 the start "%s" is sent as %i milliseconds', (start, ms) => {
  expect(fromEntries([typed('One', start)])).toEqual([chapter('One', ms)])
})

test('D1 chapters are sent in order of their start, and lines that say nothing not at all', () => {
  const entries = [typed('Two', '0:02:00'), typed(' ', ''), typed('One', '0:01:00'), typed('End', '1:00:00')]
  expect(fromEntries(entries).map(({ title }) => title)).toEqual(['One', 'Two', 'End'])
})

test.each([
  [typed('', '0:01:00'), 'Chapter 1 needs a title.'],
  [typed('One', ''), 'Chapter 1 needs the time it starts at, such as 1:02:03.'],
  [typed('One', 'soon'), 'Chapter 1 starts at no time that can be read; write it as 1:02:03.'],
  [typed('One', '0:75:00'), 'Chapter 1 starts at no time that can be read; write it as 1:02:03.'],
  [typed('One', '1:00:01'), 'Chapter 1 starts after the end of the file at 1:00:00.'],
])('D1 what is wrong with a chapter is said: %o', (entry, fault) => {
  expect(chapterFaults([entry], HOUR)).toEqual([fault])
})

test('D1 chapters that can be saved have no fault, nor has a line that says nothing', () => {
  expect(chapterFaults([typed('One', '0:00:00'), BLANK_CHAPTER, typed('End', '1:00:00')], HOUR)).toEqual([])
})
