import { isPlayable } from '@/api/downloads'
import type { BookFile } from '@/api/types'

/** The files that are one recording together with this one: the first of them, whose role is main, and what follows it. */
export function partsOf(files: BookFile[], file: BookFile): BookFile[] {
  const alike = files.filter(
    ({ file_type: type, role }) => type === file.file_type && (role === 'main' || role === 'part'),
  )
  const at = alike.findIndex(({ id }) => id === file.id)
  const first = alike.findLastIndex(({ role }, index) => index <= at && role === 'main')
  const next = alike.findIndex(({ role }, index) => index > at && role === 'main')
  return at < 0 ? [] : alike.slice(Math.max(0, first), next < 0 ? undefined : next)
}

/** What is heard when a file has ended; what cannot be played is passed over. */
export function partAfter(files: BookFile[], file: BookFile): BookFile | undefined {
  const parts = partsOf(files, file)
  return parts.slice(parts.findIndex(({ id }) => id === file.id) + 1).find(isPlayable)
}

/** `part 2 of 12`; nothing for a file that is a whole recording. */
export function partText(files: BookFile[], file: BookFile): string | null {
  const parts = partsOf(files, file)
  return parts.length < 2
    ? null
    : `part ${parts.findIndex(({ id }) => id === file.id) + 1} of ${parts.length}`
}
