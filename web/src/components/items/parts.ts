interface PartFile {
  id: number
  file_type: string
  role: string
}

/** The files that are one recording together with this one: the first of them, whose role is main, and what follows it. */
export function partsOf<F extends PartFile>(files: F[], file: F): F[] {
  const alike = files.filter(
    ({ file_type: type, role }) => type === file.file_type && (role === 'main' || role === 'part'),
  )
  const at = alike.findIndex(({ id }) => id === file.id)
  const first = alike.findLastIndex(({ role }, index) => index <= at && role === 'main')
  const next = alike.findIndex(({ role }, index) => index > at && role === 'main')
  return at < 0 ? [] : alike.slice(Math.max(0, first), next < 0 ? undefined : next)
}

/** `part 2 of 12`; nothing for a file that is a whole recording. */
export function partText<F extends PartFile>(files: F[], file: F): string | null {
  const parts = partsOf(files, file)
  return parts.length < 2
    ? null
    : `part ${parts.findIndex(({ id }) => id === file.id) + 1} of ${parts.length}`
}
