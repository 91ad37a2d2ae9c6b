import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { bookId, edit, openBook, shown, chooseOfFile, withBooks } from './books.ts'
import { keepPicture } from './browser.ts'
import { context, HEADERS, page } from './stage.ts'
import { closed, dialog, heading, press, toast } from './steps.ts'

withBooks(['Covered', 'Evident', 'Overtaken', 'Undone', 'Unsaved'])

test('D1 a mark leads to the evidence, where an offer is picked, locked and cleared', async () => {
  const id = await openBook('Evident')
  await page.getByRole('link', { name: 'Title: Embedded in book.epub' }).click()
  await page.waitForURL('**/books/*?evidence=title')
  await dialog().getByText('outranks').waitFor()
  await keepPicture(page, 'evidence')
  expect(await faults(page)).toEqual([])
  await dialog()
    .getByRole('button', { name: /^Use this: From the folder and name/ })
    .click()
  await dialog().getByText('Somebody edited it by hand').waitFor()
  expect((await shown(id)).sources.title).toBe('manual')
  await press('Lock Title')
  await dialog().getByText('It is locked').waitFor()
  await press('Unlock Title')
  await press('Take the edit back')
  await dialog().getByText('outranks').waitFor()
  await dialog().getByLabel('Field').selectOption('description')
  await page.waitForURL('**/books/*?evidence=description')
  await press('Clear Description')
  await dialog().getByText('Somebody cleared it by hand').waitFor()
  expect((await shown(id)).description).toBeNull()
})

test('D6 the history shows who changed what, and undoes it; a change that was overtaken says so', async () => {
  const id = await openBook('Undone')
  await edit('Subtitle', 'First')
  await edit('Subtitle', 'Second')
  await page.getByRole('button', { name: 'History' }).click()
  const changes = dialog().getByRole('listitem')
  await changes.nth(1).getByRole('button', { name: 'Undo' }).click()
  await changes.nth(1).getByText('This was changed again since then; undo the later change first.').waitFor()
  await keepPicture(page, 'history')
  expect(await faults(page)).toEqual([])
  await changes.first().getByRole('button', { name: 'Undo' }).click()
  await toast('Change undone').waitFor()
  expect((await shown(id)).subtitle).toBe('First')
})

test('D1 a form with something unsaved asks before it closes, and shows what is wrong at its field', async () => {
  await openBook('Unsaved')
  await chooseOfFile('Edit')
  await dialog().getByLabel('Published', { exact: true }).fill('yesterday')
  await press('Save')
  await dialog().getByText('must be a date').waitFor()
  await keepPicture(page, 'edit-file')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog().getByText('There are unsaved changes.').waitFor()
  await press('Discard')
  await dialog().waitFor({ state: 'hidden' })
})

test('D1 a cover of one’s own is uploaded, and another one chosen again', async () => {
  const id = await openBook('Covered')
  await page.getByRole('link', { name: 'Artwork' }).click()
  await page.waitForURL('**/books/*/artwork')
  const covers = page.getByRole('region', { name: 'Covers' })
  await covers.getByRole('listitem').first().getByText('In use').waitFor()
  const before = (await shown(id)).cover_url
  const picture = await context.request.get(`/api/items/${await bookId('Evident')}/cover`)
  await page
    .getByLabel('Picture to upload', { exact: true })
    .setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer: await picture.body() })
  await covers.getByText('Somebody chose it').waitFor()
  const use = covers.getByRole('button', { name: /^Use / })
  await use.waitFor()
  expect((await shown(id)).cover_url).not.toBe(before)
  await keepPicture(page, 'covers')
  expect(await faults(page)).toEqual([])
  await use.click()
  await covers.getByRole('button', { name: 'Use this: Uploaded picture' }).waitFor()
  await page.getByRole('navigation', { name: 'Path' }).getByRole('link', { name: 'Covered' }).click()
  await heading('Covered').waitFor()
})

test('D2 an edit that was overtaken is not lost: it says so and offers both ways', async () => {
  const id = await openBook('Overtaken')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel('Subtitle', { exact: true }).fill('Mine')
  await context.request.patch(`/api/books/${id}`, {
    headers: HEADERS,
    data: { subtitle: 'Theirs' },
    failOnStatusCode: true,
  })
  await press('Save')
  await dialog().getByText('was changed by somebody else').waitFor()
  await keepPicture(page, 'edit-overtaken')
  await press('Overwrite with mine')
  await closed('Book saved')
  expect((await shown(id)).subtitle).toBe('Mine')
})
