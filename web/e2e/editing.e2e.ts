import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { keepPicture, openBrowser, openPage } from './browser.ts'
import { startColophon, USER, type Colophon } from './colophon.ts'
import { writeBook } from './epub.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const HEADERS = { 'X-Colophon': '1' }
const LONG =
  'The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner: Who lived Eight and Twenty Years, all alone in an un-inhabited Island'
const RTL = 'ألف ليلة وليلة'
const CJK = '源氏物語 第一巻'
const TITLES = ['Alpha', 'Beta', 'Broken', 'Gamma', 'Locked', 'Undone', 'Vanishing', LONG, RTL, CJK]

let colophon: Colophon
let browser: Browser
let context: BrowserContext
let page: Page
let troubles: string[]
let shelf: string

beforeAll(async () => {
  colophon = await startColophon()
  shelf = join(colophon.folder, 'Shelf')
  TITLES.forEach((title) => write(title, title))
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: colophon.url, viewport: { width: 1280, height: 860 } })
  await context.request.post('/api/setup', { data: USER })
  await context.request.post('/api/libraries', {
    headers: HEADERS,
    data: { name: 'Shelf', type: 'book', paths: [shelf] },
  })
  await scanned()
})

afterAll(async () => {
  await browser?.close()
  await colophon?.stop()
})

beforeEach(async () => {
  ;({ page, troubles } = await openPage(context))
})
afterEach(async () => {
  expect(troubles).toEqual([])
  await page.close()
})

const folderOf = (name: string) => join(shelf, 'An Author', name.slice(0, 40))
const pathOf = (name: string) => join(folderOf(name), 'book.epub')

/** Writes the book of a folder with a title inside that may be another one. */
function write(name: string, title: string) {
  mkdirSync(folderOf(name), { recursive: true })
  writeBook(pathOf(name), { title, author: 'An Author' }, TITLES.indexOf(name) + 1)
}

async function scanned() {
  await vi.waitFor(
    async () => {
      const { jobs } = await (await context.request.get('/api/jobs?type=scan')).json()
      expect(jobs[0].status).toBe('completed')
    },
    { timeout: 30_000, interval: 100 },
  )
}

async function bookId(title: string): Promise<number> {
  const { books } = await (await context.request.get('/api/books?limit=500')).json()
  const book = (books as { id: number; title: string }[]).find((each) => each.title === title)
  if (!book) throw new Error(`There is no book called ${title}.`)
  return book.id
}

const shown = async (id: number) => (await context.request.get(`/api/books/${id}`)).json()
const dialog = () => page.getByRole('dialog')
const toast = (text: string | RegExp) => page.locator('[data-sonner-toast]').getByText(text).first()
const heading = (title: string) => page.getByRole('heading', { level: 1, name: title })

async function openBook(title: string) {
  const id = await bookId(title)
  await page.goto(`/books/${id}`)
  await heading(title).waitFor()
  return id
}

async function choose(menu: string, entry: string) {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

async function faults(within = 'body'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

async function edit(field: string, value: string) {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel(field, { exact: true }).fill(value)
  await dialog().getByRole('button', { name: 'Save' }).click()
  await toast('Book saved').waitFor()
  await dialog().waitFor({ state: 'hidden' })
}

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
  expect(await faults('[role="menu"]')).toEqual([])
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
  expect(await faults()).toEqual([])
  await dialog().getByRole('button', { name: 'Refresh' }).click()
  await toast('Metadata refreshed').waitFor()
  await dialog().waitFor({ state: 'hidden' })
  await heading('Gamma').waitFor()
  expect((await shown(id)).sources.title).toBe('embedded')
})

test('B9 B13 when nothing would change the dialog says so; Cancel changes nothing', async () => {
  await openBook('Alpha')
  await choose('Book actions', 'Refresh all metadata')
  await dialog().getByText('Nothing would change').waitFor()
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await dialog().waitFor({ state: 'hidden' })
})

test('C18 B3 a lock survives a scan and a refresh', async () => {
  const id = await openBook('Locked')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel('Title', { exact: true }).fill('Locked by hand')
  await dialog().getByRole('button', { name: 'Lock Title', exact: true }).click()
  await dialog().getByRole('button', { name: 'Save' }).click()
  await toast('Book saved').waitFor()
  await page.getByRole('link', { name: 'Title: Edited by hand, locked' }).waitFor()
  await choose('Book actions', 'Scan for new metadata')
  await toast('Metadata scanned').waitFor()
  await choose('Book actions', 'Refresh all metadata')
  await dialog().getByRole('button', { name: 'Refresh' }).click()
  await toast('Metadata refreshed').waitFor()
  expect(await shown(id)).toMatchObject({ title: 'Locked by hand', locks: ['title'] })
})

test('D1 a mark leads to the evidence, where an offer is picked, locked and cleared', async () => {
  const id = await openBook('Alpha')
  await page.getByRole('link', { name: 'Title: Embedded in book.epub' }).click()
  await page.waitForURL('**/books/*?evidence=title')
  await dialog().getByText('outranks').waitFor()
  await keepPicture(page, 'evidence')
  expect(await faults()).toEqual([])
  await dialog()
    .getByRole('button', { name: /^Use this: From the folder and name/ })
    .click()
  await dialog().getByText('Somebody edited it by hand').waitFor()
  expect((await shown(id)).sources.title).toBe('manual')
  await dialog().getByRole('button', { name: 'Lock Title' }).click()
  await dialog().getByText('It is locked').waitFor()
  await dialog().getByRole('button', { name: 'Unlock Title' }).click()
  await dialog().getByRole('button', { name: 'Take the edit back' }).click()
  await dialog().getByText('outranks').waitFor()
  await dialog().getByLabel('Field').selectOption('description')
  await page.waitForURL('**/books/*?evidence=description')
  await dialog().getByRole('button', { name: 'Clear Description' }).click()
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
  expect(await faults()).toEqual([])
  await changes.first().getByRole('button', { name: 'Undo' }).click()
  await toast('Change undone').waitFor()
  await expect.poll(async () => (await shown(id)).subtitle).toBe('First')
})

test('D1 a form with something unsaved asks before it closes, and shows what is wrong at its field', async () => {
  await openBook('Alpha')
  await page.getByTitle('More actions').click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await dialog().getByLabel('Published', { exact: true }).fill('yesterday')
  await dialog().getByRole('button', { name: 'Save' }).click()
  await dialog().getByText('must be a date').waitFor()
  await keepPicture(page, 'edit-file')
  expect(await faults()).toEqual([])
  await page.keyboard.press('Escape')
  await dialog().getByText('There are unsaved changes.').waitFor()
  await dialog().getByRole('button', { name: 'Discard' }).click()
  await dialog().waitFor({ state: 'hidden' })
})

test('D1 a cover of one’s own is uploaded, and another one chosen again', async () => {
  const id = await openBook('Alpha')
  await page.getByRole('button', { name: 'Change cover' }).click()
  const embedded = dialog().getByRole('listitem').first()
  await embedded.getByText('In use').waitFor()
  const before = (await shown(id)).cover_url
  const picture = await (
    await context.request.get(`/api/items/${await bookId('Locked by hand')}/cover`)
  ).body()
  await page
    .getByLabel('Picture to upload')
    .setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer: picture })
  await dialog().getByText('Uploaded picture').waitFor()
  await dialog().getByRole('button', { name: /^Use / }).waitFor()
  expect((await shown(id)).cover_url).not.toBe(before)
  await keepPicture(page, 'covers')
  expect(await faults()).toEqual([])
  await dialog().getByRole('button', { name: /^Use / }).click()
  await dialog().getByRole('button', { name: 'Use Uploaded picture' }).waitFor()
})

test('D2 an edit that was overtaken is not lost: it says so and offers both ways', async () => {
  const id = await openBook('Alpha')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel('Subtitle', { exact: true }).fill('Mine')
  await context.request.patch(`/api/books/${id}`, { headers: HEADERS, data: { subtitle: 'Theirs' } })
  await dialog().getByRole('button', { name: 'Save' }).click()
  await dialog().getByText('was changed by somebody else').waitFor()
  await keepPicture(page, 'edit-overtaken')
  await dialog().getByRole('button', { name: 'Overwrite with mine' }).click()
  await toast('Book saved').waitFor()
  expect((await shown(id)).subtitle).toBe('Mine')
})

test('B4 B9 B10 a broken file is told in the server’s words and the dialog stays', async () => {
  const id = await openBook('Broken')
  writeFileSync(pathOf('Broken'), 'no archive at all')
  await page.getByTitle('More actions').click()
  await page.getByRole('menuitem', { name: 'Refresh all metadata' }).click()
  await dialog().getByText('This will rescan the file').waitFor()
  await dialog().getByRole('button', { name: 'Refresh' }).click()
  await toast(/^Failed to parse EPUB: /).waitFor()
  expect(await dialog().isVisible()).toBe(true)
  await keepPicture(page, 'refresh-failed')
  expect((await shown(id)).title).toBe('Broken')
})

test('B5 B10 D3 a book whose file vanished is removed, waits in the trash and comes back from there', async () => {
  await openBook('Vanishing')
  renameSync(pathOf('Vanishing'), join(colophon.folder, 'away.epub'))
  await choose('Book actions', 'Scan for new metadata')
  await toast('Book removed (no longer exists on disk)').waitFor()
  await page.waitForURL('**/libraries/1')
  await page.getByRole('link', { name: /^Alpha/ }).waitFor()
  expect(await page.getByRole('link', { name: /^Vanishing/ }).count()).toBe(0)

  await page.getByRole('button', { name: 'Library: Shelf' }).click()
  await page.getByRole('menuitem', { name: /^Trash\s*1$/ }).click()
  await page.getByText('Its files are gone from disk').waitFor()
  await keepPicture(page, 'trash')
  expect(await faults()).toEqual([])
  await page.getByRole('button', { name: 'Restore Vanishing' }).click()
  await toast('None of its files is on disk').waitFor()
  renameSync(join(colophon.folder, 'away.epub'), pathOf('Vanishing'))
  await page.getByRole('button', { name: 'Restore Vanishing' }).click()
  await page.getByText('The trash is empty').waitFor()
  await openBook('Vanishing')
})

test('B5 B10 the last file of a book takes the book with it', async () => {
  await openBook('Vanishing')
  rmSync(pathOf('Vanishing'))
  await page.getByTitle('More actions').click()
  await page.getByRole('menuitem', { name: 'Scan for new metadata' }).click()
  await toast('Book removed (no longer exists on disk)').waitFor()
  expect(await toast('File removed (no longer exists on disk)').count()).toBe(0)
  await page.waitForURL('**/libraries/1')
  await page.goto('/libraries/1/trash')
  await page.getByRole('button', { name: 'Empty trash' }).click()
  await dialog().getByText('Colophon forgets 1 item').waitFor()
  await dialog().getByRole('button', { name: 'Remove 1 for good' }).click()
  await page.getByText('The trash is empty').waitFor()
})

test('D1 many are selected with shift and Ctrl-A, edited at once, and Esc lets them go', async () => {
  await page.goto('/libraries/1')
  const boxes = page.getByRole('checkbox', { name: /^Select / })
  await boxes.first().check({ force: true })
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  const bar = page.getByRole('toolbar', { name: 'Selected books' })
  await bar.getByText('3 selected').waitFor()
  await page.keyboard.press('Control+a')
  await bar.getByText('9 selected').waitFor()
  await keepPicture(page, 'selection')
  expect(await faults()).toEqual([])
  await bar.getByRole('button', { name: 'Edit' }).click()
  await dialog().getByLabel('What to do with Tags').selectOption('add')
  await dialog().getByLabel('Add to Tags').fill('to read')
  await dialog().getByLabel('Add to Tags').press('Enter')
  await keepPicture(page, 'bulk-edit')
  expect(await faults()).toEqual([])
  await dialog().getByRole('button', { name: 'Save' }).click()
  await toast('9 books changed').waitFor()
  expect((await shown(await bookId(CJK))).tags).toEqual(['to read'])
  await page.keyboard.press('Control+a')
  await bar.waitFor()
  await page.keyboard.press('Escape')
  await bar.waitFor({ state: 'hidden' })
})

test('B12 a selection is read again by a job', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^Alpha/ }).waitFor()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Refresh all metadata' }).click()
  await dialog().getByRole('button', { name: 'Refresh' }).click()
  await toast('Refresh started').waitFor()
  await page.getByRole('button', { name: 'Open job' }).click()
  await page.waitForURL('**/settings/jobs/*')
})

test('D2 D6 two books become one that the user chose; a file of it becomes a book of its own again', async () => {
  const undone = await bookId('Undone')
  const alpha = await bookId('Alpha')
  await page.goto('/libraries/1')
  for (const title of ['Alpha', 'Undone']) {
    await page.getByRole('checkbox', { name: `Select ${title}`, exact: true }).check({ force: true })
  }
  await page.getByRole('toolbar', { name: 'Selected books' }).getByRole('button', { name: 'Merge' }).click()
  await dialog().getByRole('heading', { name: 'Merge 2 books' }).waitFor()
  await dialog().getByText('Undone/book.epub').waitFor()
  await dialog().getByRole('radio', { name: 'Undone' }).check()
  await keepPicture(page, 'merge-books')
  expect(await faults()).toEqual([])
  await dialog().getByRole('button', { name: 'Merge' }).click()
  await toast('Merged into “Undone”').waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Alpha/ }).count()).toBe(0)
  expect((await shown(undone)).files).toHaveLength(2)

  await openBook('Undone')
  await page.getByTitle('More actions').last().click()
  await page.getByRole('menuitem', { name: 'Make its own book' }).click()
  await toast('The file is a book of its own now').waitFor()
  await page.getByRole('button', { name: 'Open book' }).click()
  await page.waitForURL(`**/books/${alpha}`)
  await heading('Alpha').waitFor()
  await page.getByRole('button', { name: 'History' }).click()
  await dialog()
    .getByText(/^1 file came here/)
    .waitFor()
  await keepPicture(page, 'history-split')
  expect(await faults()).toEqual([])
  await dialog().getByRole('listitem').first().getByRole('button', { name: 'Undo' }).click()
  await heading('Undone').waitFor()
})

test('D3 deleted by hand a book waits in the trash, whatever its title is written in', async () => {
  await page.goto('/libraries/1?view=list')
  await choose(`More actions for ${RTL}`, 'Delete')
  await dialog().getByText('goes into the trash').waitFor()
  await keepPicture(page, 'delete')
  expect(await faults()).toEqual([])
  await dialog().getByRole('button', { name: 'Delete' }).click()
  await toast('Book deleted').waitFor()
  await page.goto('/libraries/1/trash')
  await page.getByText(`Deleted by ${USER.username}`).waitFor()
  await page.getByRole('button', { name: `Restore ${RTL}` }).click()
  await toast(`Restored “${RTL}”`).waitFor()
})
