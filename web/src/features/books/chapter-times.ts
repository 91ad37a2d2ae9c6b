import type { Chapter } from '@/components/items/chapters'

/** When each chapter begins, in milliseconds and in order, however deep it lies. */
export function startsOf(chapters: Chapter[]): number[] {
  const starts = chapters.flatMap(({ start_ms: start, children }) => [
    ...(start === null ? [] : [start]),
    ...startsOf(children as Chapter[]),
  ])
  return starts.sort((a, b) => a - b)
}

/** The start of the chapter that is heard at a time; null before the first. */
export const startAt = (starts: number[], ms: number): number | null =>
  starts.findLast((start) => start <= ms) ?? null
