import type { Book, BookFile, BookListItem } from './types'

/** What is edited, explained and read again: a book, or one of its files. */
export interface Subject {
  kind: 'book' | 'file'
  id: number
  bookId: number
  libraryId: number
  /** What a person calls it. A file without a name goes by its file name. */
  name: string
}

export const bookSubject = (book: Pick<BookListItem | Book, 'id' | 'library_id' | 'title'>): Subject => ({
  kind: 'book',
  id: book.id,
  bookId: book.id,
  libraryId: book.library_id,
  name: book.title,
})

export const fileSubject = (file: BookFile): Subject => ({
  kind: 'file',
  id: file.id,
  bookId: file.book_id,
  libraryId: file.library_id,
  name: file.name || fileName(file.filepath),
})

export const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
