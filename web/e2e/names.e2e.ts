import { expect, test } from 'vitest'
import { keepPicture } from './browser.ts'
import { writeLibrary } from './epub.ts'
import { page, withShelf } from './stage.ts'

withShelf('book', (folder) => writeLibrary(folder, 60))

test('a filter is found, stands in the address and survives a reload', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('button', { name: 'Author', exact: true }).click()
  await page.getByRole('combobox', { name: 'Find author' }).fill('author 3')
  await keepPicture(page, 'filter-author')
  await page.getByRole('option', { name: /Author 3/ }).click()
  await page.getByRole('button', { name: 'Remove filter Author: Author 3' }).waitFor()
  expect(new URL(page.url()).searchParams.get('person_id')).toBeTruthy()
  await page.reload()
  await page.getByRole('button', { name: 'Remove filter Author: Author 3' }).click()
  await page.getByRole('button', { name: 'Author', exact: true }).waitFor()
})

test('Ctrl-K finds a book from anywhere', async () => {
  await page.goto('/settings/jobs')
  await page.getByRole('button', { name: 'Search' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('book 0042')
  await page.getByRole('option', { name: /Book 0042/ }).waitFor()
  await keepPicture(page, 'palette')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Book 0042/ }).waitFor()
})

test('a person is renamed and another one merged into it', async () => {
  await page.goto('/libraries/1/people')
  await page.getByRole('link', { name: /Author 5/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Author 5' }).waitFor()
  await page.getByRole('button', { name: 'More actions for Author 5' }).click()
  await page.getByRole('menuitem', { name: 'Edit names' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada Fifth')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ada Fifth' }).waitFor()

  await page.getByRole('button', { name: 'More actions for Ada Fifth' }).click()
  await page.getByRole('menuitem', { name: 'Merge with another' }).click()
  await page.getByRole('combobox', { name: 'Find another' }).fill('author 6')
  await page.getByRole('option', { name: /Author 6/ }).click()
  await keepPicture(page, 'merge')
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('also Author 5, Author 6').waitFor()
  await keepPicture(page, 'person')
})

test('a genre is found by its tab, gets an alias and leads to its books in the library', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: 'Genres & tags' }).click()
  await page.getByRole('status').getByText('4 genres').waitFor()
  await page.getByRole('button', { name: 'Publishers' }).click()
  await page.getByText('No publishers here yet').waitFor()
  await page.getByRole('button', { name: 'Genres', exact: true }).click()
  await page.getByRole('link', { name: /Genre 1/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Genre 1' }).waitFor()

  await page.getByRole('button', { name: 'More actions for Genre 1' }).click()
  await page.getByRole('menuitem', { name: 'Edit names' }).click()
  const alias = page.getByRole('textbox', { name: 'Another name' })
  await alias.fill('Genre 2')
  await alias.press('Enter')
  await page.getByText('Another entry has this name already.').waitFor()
  await alias.fill('First genre')
  await alias.press('Enter')
  await page.getByRole('button', { name: 'Remove First genre' }).waitFor()
  await keepPicture(page, 'aliases')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('also First genre').waitFor()
  await keepPicture(page, 'genre')

  await page.getByRole('link', { name: 'Filter and sort these' }).click()
  await page.getByRole('button', { name: 'Remove filter Genre: Genre 1' }).waitFor()
})
