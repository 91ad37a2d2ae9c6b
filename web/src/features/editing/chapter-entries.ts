import { clock } from '@/lib/format'

/** A chapter as a line of the form. */
export interface ChapterEntry {
  title: string
  start: string
  /** The very millisecond, as long as what is shown of it stays. */
  exact?: { of: string; is: number }
  /** How deep it lies below other chapters. */
  level: number
  page: number | null
  href: string | null
}

/** A chapter as the API has it. */
export interface ChapterBody {
  title: string
  start_ms: number | null
  page: number | null
  href: string | null
  children: ChapterBody[]
}

export const BLANK_CHAPTER: ChapterEntry = { title: '', start: '', level: 0, page: null, href: null }

export const toEntries = (chapters: ChapterBody[], level = 0): ChapterEntry[] =>
  chapters.flatMap(({ title, start_ms: ms, page, href, children }) => {
    const start = ms === null ? '' : timeText(ms)
    const exact = ms === null ? undefined : { of: start, is: ms }
    return [{ title, start, exact, level, page, href }, ...toEntries(children, level + 1)]
  })

/** In order of their start; what says nothing is left out. */
export function fromEntries(entries: ChapterEntry[]): ChapterBody[] {
  const top: ChapterBody[] = []
  const open: ChapterBody[][] = [top]
  for (const entry of inOrder(entries.filter(says))) {
    const chapter: ChapterBody = {
      title: entry.title.trim(),
      start_ms: startOf(entry) ?? null,
      page: entry.page,
      href: entry.href,
      children: [],
    }
    const level = Math.min(entry.level, open.length - 1)
    open[level]!.push(chapter)
    open.splice(level + 1, open.length, chapter.children)
  }
  return top
}

/** What is wrong with the chapters, a sentence each. */
export const chapterFaults = (entries: ChapterEntry[], endMs: number): string[] =>
  entries.flatMap((entry, index) => {
    const fault = faultOf(entry, endMs)
    return fault ? [`Chapter ${index + 1} ${fault}.`] : []
  })

export const isTitleWrong = (entry: ChapterEntry) => says(entry) && !entry.title.trim()

export const isStartWrong = (entry: ChapterEntry, endMs: number) => says(entry) && !(startOf(entry)! <= endMs)

function faultOf(entry: ChapterEntry, endMs: number): string | null {
  if (isTitleWrong(entry)) return 'needs a title'
  if (!isStartWrong(entry, endMs)) return null
  if (!entry.start.trim()) return 'needs the time it starts at, such as 1:02:03'
  return startOf(entry) === undefined
    ? 'starts at no time that can be read; write it as 1:02:03'
    : `starts after the end of the file at ${timeText(endMs)}`
}

const says = ({ title, start }: ChapterEntry) => Boolean(title.trim() || start.trim())

const TIME = /^(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?$/

/** Milliseconds; undefined for what is no time. */
function startOf({ start, exact }: ChapterEntry): number | undefined {
  if (exact?.of === start) return exact.is
  const parts = TIME.exec(start.trim())
  if (!parts) return undefined
  const [, hours = '0', minutes, seconds, fraction = ''] = parts
  return (
    (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  )
}

/** `0:02:03`, with hours always, so that it is clear what is to be typed. */
function timeText(ms: number): string {
  const shown = clock(ms / 1000)
  return shown.split(':').length > 2 ? shown : `0:${shown.padStart(5, '0')}`
}

/** Those without a time stay behind the one before them. */
function inOrder(entries: ChapterEntry[]): ChapterEntry[] {
  let last = 0
  const placed = entries.map((entry) => ({ entry, at: (last = startOf(entry) ?? last) }))
  return placed.sort((a, b) => a.at - b.at).map(({ entry }) => entry)
}
