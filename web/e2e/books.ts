import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { writeBook } from './epub.ts'
import { ask, page, shelf, withShelf } from './stage.ts'
import { closed, dialog, heading, press } from './steps.ts'

/** A shelf of these books, each in a folder called like it. */
export const withBooks = (titles: string[]) =>
  withShelf('book', () => titles.forEach((title) => write(title)))

/** The file of the book that was first called so. */
export const pathOf = (name: string) => join(shelf(), 'An Author', name.slice(0, 40), 'book.epub')

/** Writes the file of a book with a title inside that may be another one by now. */
export function write(name: string, title = name) {
  mkdirSync(dirname(pathOf(name)), { recursive: true })
  writeBook(pathOf(name), { title, author: 'An Author' }, crc32(name))
}

export async function bookId(title: string): Promise<number> {
  const { books } = await ask('/api/books?limit=500')
  const book = (books as { id: number; title: string }[]).find((each) => each.title === title)
  if (!book) throw new Error(`There is no book called ${title}.`)
  return book.id
}

/** A book as the server has it. */
export const shown = (id: number) => ask(`/api/books/${id}`)

/** Opens a book's page; the answer is its id. */
export async function openBook(title: string) {
  const id = await bookId(title)
  await page.goto(`/books/${id}`)
  await heading(title).waitFor()
  return id
}

/** Chooses in the menu of the last file of a book. */
export async function chooseOfFile(entry: string) {
  await page.getByTitle('More actions').last().click()
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
}

/** Changes a field in the form of the book that is shown. */
export async function edit(field: string, value: string) {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel(field, { exact: true }).fill(value)
  await press('Save')
  await closed('Book saved')
}
