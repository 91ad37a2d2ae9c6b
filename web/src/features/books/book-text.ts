import type { BookListItem } from '@/api/types'

export const authorsOf = (book: Pick<BookListItem, 'authors'>) =>
  book.authors.map((author) => author.name).join(', ')

/** Each format once, in the order of the files. */
export const formatsOf = (book: Pick<BookListItem, 'files'>) => [
  ...new Set(book.files.map((file) => file.file_type.toUpperCase())),
]
