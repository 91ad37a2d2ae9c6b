import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { chooseOfFile, edit, openBook, pathOf, shown, withBooks, write } from './books.ts'
import { keepPicture } from './browser.ts'
import { colophon, page } from './stage.ts'
import { choose, closed, dialog, heading, press, toast } from './steps.ts'

withBooks(['Alpha', 'Beta', 'Broken', 'Gamma', 'Locked', 'Lost', 'Vanishing'])

test.each([
  ['grid', '/libraries/1'],
  ['list', '/libraries/1?view=list'],
])('B8 a card in the %s has its menu on hover and on keyboard focus', async (view, address) => {
  await page.goto(address)
  const more = page.getByRole('button', { name: 'More actions for Alpha' })
  const opacity = () => more.evaluate((button) => getComputedStyle(button.parentElement!).opacity)
  await more.waitFor()
  await page.mouse.move(5, 5)
  await expect.poll(opacity).toBe('0')
  await page.getByRole('link', { name: /^Alpha/ }).hover()
  await expect.poll(opacity).toBe('1')
  await page.mouse.move(5, 5)
  await more.focus()
  await expect.poll(opacity).toBe('1')
  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'Scan for new metadata' }).waitFor()
  await page.getByRole('menuitem', { name: 'Refresh all metadata' }).waitFor()
  await keepPicture(page, `menu-${view}`)
  // While a menu is open the page behind it is hidden from assistive technology, as it should be.
  expect(await faults(page, '[role="menu"]')).toEqual([])
})

test('B8 a file row has Edit, a separator and the two entries', async () => {
  await openBook('Alpha')
  await page.getByTitle('More actions').click()
  const parts = page.getByRole('menu').locator('> *')
  await expect
    .poll(() =>
      parts.evaluateAll((nodes) => nodes.map((node) => node.textContent || node.getAttribute('role'))),
    )
    .toEqual([
      ' Edit',
      'separator',
      ' Scan for new metadata',
      ' Refresh all metadata',
      'separator',
      ' Download',
      ' Download with metadata',
    ])
})

test('B10 B2 scanning from a card says so and the list shows it at once', async () => {
  await page.goto('/libraries/1')
  write('Beta', 'Beta, revised')
  await choose('More actions for Beta', 'Scan for new metadata')
  await toast('Metadata scanned').waitFor()
  await page.getByRole('link', { name: /^Beta, revised/ }).waitFor()
})

test('B9 B13 D1 an edit survives a scan; the dialog shows what a refresh would take, and the refresh takes it', async () => {
  const id = await openBook('Gamma')
  await edit('Title', 'Gamma by hand')
  await heading('Gamma by hand').waitFor()
  await choose('Book actions', 'Scan for new metadata')
  await toast('Metadata scanned').waitFor()
  expect((await shown(id)).title).toBe('Gamma by hand')

  await choose('Book actions', 'Refresh all metadata')
  await dialog().getByRole('heading', { name: 'Refresh All Metadata' }).waitFor()
  expect(await dialog().getByText('This will rescan').textContent()).toBe(
    'This will rescan the book "Gamma by hand" and overwrite all metadata with values from the source file(s). ' +
      "Any manual changes you've made will be lost.",
  )
  const change = dialog().getByRole('region', { name: 'What would change' })
  await change.getByText('Gamma by hand').first().waitFor()
  await change.getByText('Gamma', { exact: true }).first().waitFor()
  await keepPicture(page, 'refresh-dialog')
  expect(await faults(page)).toEqual([])
  await press('Refresh')
  await closed('Metadata refreshed')
  await heading('Gamma').waitFor()
  expect((await shown(id)).sources.title).toBe('embedded')
})

test('B9 B13 when nothing would change the dialog says so; Cancel changes nothing', async () => {
  await openBook('Alpha')
  await choose('Book actions', 'Refresh all metadata')
  await dialog().getByText('Nothing would change').waitFor()
  await press('Cancel')
  await dialog().waitFor({ state: 'hidden' })
})

test('C18 B3 a lock survives a scan and a refresh', async () => {
  const id = await openBook('Locked')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel('Title', { exact: true }).fill('Locked by hand')
  await press('Lock Title')
  await press('Save')
  await closed('Book saved')
  await page.getByRole('link', { name: 'Title: Edited by hand, locked' }).waitFor()
  await choose('Book actions', 'Scan for new metadata')
  await toast('Metadata scanned').waitFor()
  await choose('Book actions', 'Refresh all metadata')
  await press('Refresh')
  await toast('Metadata refreshed').waitFor()
  expect(await shown(id)).toMatchObject({ title: 'Locked by hand', locks: ['title'] })
})

test('B4 B9 B10 a broken file is told in the server’s words and the dialog stays', async () => {
  const id = await openBook('Broken')
  writeFileSync(pathOf('Broken'), 'no archive at all')
  await chooseOfFile('Refresh all metadata')
  await dialog().getByText('This will rescan the file').waitFor()
  await press('Refresh')
  await toast(/^Failed to parse EPUB: /).waitFor()
  expect(await dialog().isVisible()).toBe(true)
  await keepPicture(page, 'refresh-failed')
  expect((await shown(id)).title).toBe('Broken')
})

test('B5 B10 D3 a book whose file vanished is removed, waits in the trash and comes back from there', async () => {
  const away = join(colophon.folder, 'away.epub')
  await openBook('Vanishing')
  renameSync(pathOf('Vanishing'), away)
  await choose('Book actions', 'Scan for new metadata')
  await toast('Book removed (no longer exists on disk)').waitFor()
  await page.waitForURL('**/libraries/1')
  await page.getByRole('link', { name: /^Alpha/ }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Vanishing/ }).count()).toBe(0)

  await page.getByRole('button', { name: 'Library: Shelf' }).click()
  await page.getByRole('menuitem', { name: /^Trash\s*1$/ }).click()
  await page.getByText('Its files are gone from disk').waitFor()
  await keepPicture(page, 'trash')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Restore Vanishing' }).click()
  await toast('None of its files is on disk').waitFor()
  renameSync(away, pathOf('Vanishing'))
  await page.getByRole('button', { name: 'Restore Vanishing' }).click()
  await page.getByText('The trash is empty').waitFor()
  await openBook('Vanishing')
})

test('B5 B10 the last file of a book takes the book with it', async () => {
  await openBook('Lost')
  rmSync(pathOf('Lost'))
  await chooseOfFile('Scan for new metadata')
  await toast('Book removed (no longer exists on disk)').waitFor()
  expect(await toast('File removed (no longer exists on disk)').count()).toBe(0)
  await page.waitForURL('**/libraries/1')
  await page.goto('/libraries/1/trash')
  await page.getByRole('button', { name: 'Empty trash' }).click()
  await dialog().getByText('Colophon forgets 1 item').waitFor()
  await press('Remove 1 for good')
  await page.getByText('The trash is empty').waitFor()
})

test('B12 a selection is read again by a job', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^Alpha/ }).waitFor()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Refresh all metadata' }).click()
  await press('Refresh')
  await toast('Refresh started').waitFor()
  await page.getByRole('button', { name: 'Open job' }).click()
  await page.waitForURL('**/settings/jobs/*')
})
