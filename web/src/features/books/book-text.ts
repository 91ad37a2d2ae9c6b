import type { BookListItem } from '@/api/types'

type Series = BookListItem['series'][number]

export const authorsOf = (book: Pick<BookListItem, 'authors'>) =>
  book.authors.map((author) => author.name).join(', ')

/** `The Expanse #3`, `The Expanse #1-3`. */
export function seriesText({ name, number, number_end }: Series): string {
  if (number === null) return name
  return number_end === null || number_end === number
    ? `${name} #${number}`
    : `${name} #${number}-${number_end}`
}

/** Each format once, in the order of the files. */
export const formatsOf = (book: Pick<BookListItem, 'files'>) => [
  ...new Set(book.files.map((file) => file.file_type.toUpperCase())),
]
