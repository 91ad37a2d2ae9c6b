import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { bookId, chooseOfFile, openBook, shown, withBooks } from './books.ts'
import { keepPicture } from './browser.ts'
import { USER } from './colophon.ts'
import { page } from './stage.ts'
import { choose, closed, dialog, heading, press, toast } from './steps.ts'

const LONG =
  'The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner: Who lived Eight and Twenty Years, all alone in an un-inhabited Island'
const RTL = 'ألف ليلة وليلة'
const CJK = '源氏物語 第一巻'
const TITLES = ['Alpha', 'Beta', 'Gamma', 'Kept', LONG, RTL, CJK]

withBooks(TITLES)

const bar = () => page.getByRole('toolbar', { name: 'Selected books' })

test('D1 many are selected with shift and Ctrl-A, edited at once, and Esc lets them go', async () => {
  await page.goto('/libraries/1')
  const boxes = page.getByRole('checkbox', { name: /^Select / })
  await boxes.first().check({ force: true })
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  await bar().getByText('3 selected').waitFor()
  await page.keyboard.press('Control+a')
  await bar().getByText(`${TITLES.length} selected`).waitFor()
  await keepPicture(page, 'selection')
  expect(await faults(page)).toEqual([])
  await bar().getByRole('button', { name: 'Edit' }).click()
  await dialog().getByLabel('What to do with Tags').selectOption('add')
  await dialog().getByLabel('Add to Tags').fill('to read')
  await dialog().getByLabel('Add to Tags').press('Enter')
  await keepPicture(page, 'bulk-edit')
  expect(await faults(page)).toEqual([])
  await press('Save')
  await closed(`${TITLES.length} books changed`)
  await bar().waitFor({ state: 'hidden' })
  expect((await shown(await bookId(CJK))).tags).toEqual(['to read'])
  await page.keyboard.press('Control+a')
  await bar().waitFor()
  await page.keyboard.press('Escape')
  await bar().waitFor({ state: 'hidden' })
})

test('D2 D6 two books become one that the user chose; a file of it becomes a book of its own again', async () => {
  const kept = await bookId('Kept')
  const alpha = await bookId('Alpha')
  await page.goto('/libraries/1')
  for (const title of ['Alpha', 'Kept']) {
    await page.getByRole('checkbox', { name: `Select ${title}`, exact: true }).check({ force: true })
  }
  await bar().getByRole('button', { name: 'Merge' }).click()
  await dialog().getByRole('heading', { name: 'Merge 2 books' }).waitFor()
  await dialog().getByText('Kept/book.epub').waitFor()
  await dialog().getByRole('radio', { name: 'Kept' }).check()
  await keepPicture(page, 'merge-books')
  expect(await faults(page)).toEqual([])
  await press('Merge')
  await closed('Merged into “Kept”')
  await page.getByRole('link', { name: /^Kept/ }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Alpha/ }).count()).toBe(0)
  expect((await shown(kept)).files).toHaveLength(2)

  await openBook('Kept')
  await chooseOfFile('Make its own book')
  await toast('The file is a book of its own now').waitFor()
  await page.getByRole('button', { name: 'Open book' }).click()
  await page.waitForURL(`**/books/${alpha}`)
  await heading('Alpha').waitFor()
  await page.getByRole('button', { name: 'History' }).click()
  await dialog()
    .getByText(/^1 file came here/)
    .waitFor()
  await keepPicture(page, 'history-split')
  expect(await faults(page)).toEqual([])
  await dialog().getByRole('listitem').first().getByRole('button', { name: 'Undo' }).click()
  await page.waitForURL(`**/books/${kept}`)
  await heading('Kept').waitFor()
})

test('D3 deleted by hand a book waits in the trash, whatever its title is written in', async () => {
  await page.goto('/libraries/1?view=list')
  await choose(`More actions for ${RTL}`, 'Delete')
  await dialog().getByText('goes into the trash').waitFor()
  await keepPicture(page, 'delete')
  expect(await faults(page)).toEqual([])
  await press('Delete')
  await closed('Book deleted')
  await page.goto('/libraries/1/trash')
  await page.getByText(`Deleted by ${USER.username}`).waitFor()
  await page.getByRole('button', { name: `Restore ${RTL}` }).click()
  await toast(`Restored “${RTL}”`).waitFor()
})
