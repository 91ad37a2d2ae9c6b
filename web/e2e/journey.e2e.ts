import { renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { keepPicture } from './browser.ts'
import { USER } from './colophon.ts'
import { writeLibrary } from './epub.ts'
import { colophon, page, shelf, troubles, turnPage, withServer } from './stage.ts'

const SHELF = 240
/** Large enough that a person, or a test, is in time to cancel. */
const LARGE = 3_000

const demo = process.env.COLOPHON_DEMO_LIBRARY
const folder = () => demo ?? shelf()
let shown = SHELF

withServer()
beforeAll(async () => {
  if (!demo) writeLibrary(shelf(), SHELF)
  await turnPage()
  await noteButtonStates(page)
})

/** Notes every state the resync button goes through, also those that last a moment. */
async function noteButtonStates(on: Page) {
  await on.addInitScript(() => {
    const states: string[] = []
    Object.assign(window, { buttonStates: states })
    const look = () => {
      const button = document.querySelector(
        'header [data-state="idle"], header [data-state="active"], header [data-state="failed"]',
      )
      const state = button?.getAttribute('data-state')
      if (state && state !== states.at(-1)) states.push(state)
      requestAnimationFrame(look)
    }
    look()
  })
}

const buttonStates = () => page.evaluate(() => (window as unknown as { buttonStates: string[] }).buttonStates)
const resync = (state: string) => page.locator(`header button[data-state="${state}"]`).first()
const card = () => page.locator('main a[href^="/books/"]')

async function addLibrary(path: string, name: string) {
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await page.getByLabel('Folder path').fill(path)
  await page.getByLabel('Folder path').press('Enter')
  await page
    .getByLabel('Folder path')
    .and(page.locator(`[value="${path}"]`))
    .waitFor()
  await page.getByRole('button', { name: 'Use this folder' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Add library and scan it' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** The number of items below the library's name; 0 while there is none. */
async function itemsShown() {
  return Number((await page.locator('main h1 + p').textContent())!.replace(/\D/g, ''))
}

async function menu(item: string) {
  await page.getByRole('button', { name: 'Scan actions' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('first start: the administrator is created and signed in', async () => {
  await page.goto('/')
  await page.waitForURL('**/setup')
  await page.getByLabel('User name').fill(USER.username)
  await page.getByLabel('Password').fill(USER.password)
  await keepPicture(page, 'setup')
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await page.getByRole('heading', { name: 'Add your first library' }).waitFor()
})

test('A11 C12 C14 the first library is scanned live: cards appear without a reload', async () => {
  await addLibrary(folder(), 'Shelf')
  await card().first().waitFor()
  await page.getByText('Library is ready').first().waitFor()
  await resync('idle').waitFor()
  // The list asks for its last items when it hears of the end, which is a moment after the button did.
  if (demo) await expect.poll(itemsShown).toBeGreaterThan(0)
  else await expect.poll(itemsShown).toBe(SHELF)
  shown = await itemsShown()
  await keepPicture(page, 'library')
})

test('a cover opens its book', async () => {
  await card().first().click()
  await page.waitForURL('**/books/*')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('EPUB').first().waitFor()
  await keepPicture(page, 'book')
  await page.goBack()
  await card().first().waitFor()
})

test('A8 the button spins while a scan runs, then rests', async () => {
  await page.reload()
  await resync('idle').waitFor()
  expect(await resync('idle').getAttribute('aria-label')).toBe('Resync library')
  const before = (await buttonStates()).length
  await resync('idle').click()
  await expect.poll(async () => (await buttonStates()).slice(before - 1).join(' ')).toBe('idle active idle')
})

test('A8 A10 a library whose folder is gone shows the warning; the button leads to the job, which says why', async () => {
  renameSync(folder(), `${folder()} away`)
  try {
    await resync('idle').click()
    await resync('failed').waitFor()
    expect(await resync('failed').getAttribute('aria-label')).toBe('Last scan failed - view logs')
    await page.getByTestId('scan-warning').waitFor()
    await keepPicture(page, 'library-failed')
    await resync('failed').click()
    await page.waitForURL('**/settings/jobs/*')
    await page.getByRole('heading', { name: 'Scan failed' }).waitFor()
    await keepPicture(page, 'job-failed')
  } finally {
    renameSync(`${folder()} away`, folder())
  }
})

test('A12 D3 a failed scan is started again from the menu, and nothing was lost', async () => {
  await page.goBack()
  await resync('failed').waitFor()
  await menu('Scan now')
  await resync('idle').waitFor()
  await expect.poll(itemsShown).toBe(shown)
})

test('A12 C15 a running scan is cancelled from the menu', async () => {
  const large = join(colophon.folder, 'Large')
  writeLibrary(large, LARGE, 'Volume')
  await page.goto('/settings/libraries?add=true')
  await addLibrary(large, 'Large')
  await resync('active').waitFor()
  await menu('Cancel scan')
  await resync('idle').waitFor()
  await menu('Open job')
  await page.waitForURL('**/settings/jobs/*')
  await page.getByRole('heading', { name: 'Scan cancelled' }).waitFor()
  await page.getByRole('button', { name: 'Retry all' }).waitFor()
  await keepPicture(page, 'job-cancelled')
})

test('A11 C13 the job page shows phases and log live, ending with the summary', async () => {
  await page.getByRole('button', { name: 'Retry all' }).click()
  await page.getByText('Discovery complete!').waitFor()
  await page.getByRole('heading', { name: /^Scan completed/ }).waitFor()
  await page.getByText('Scanning complete!').waitFor()
  await page.getByText('Caching complete!').waitFor()
  await page.getByRole('log').getByText('Discovery complete: ').waitFor()
  await page.getByRole('log').getByText('Scan completed: ').waitFor()
  await keepPicture(page, 'job')
})

test('C22 a large library scrolls to its end and shows the books there', async () => {
  await page.getByRole('button', { name: /^Library: / }).click()
  await page.getByRole('menuitemradio', { name: /^Large/ }).click()
  // The library before may still be shown.
  await page.getByRole('heading', { level: 1, name: 'Large' }).waitFor()
  await card().filter({ hasText: 'Volume' }).first().waitFor()
  // The end moves while the list still learns how long it is.
  const atEnd = async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    return page.getByText(`Volume ${LARGE}`).first().isVisible()
  }
  await expect.poll(atEnd).toBe(true)
  expect(await card().count()).toBeLessThan(120)
})

test('signing out leads to the sign-in page, and back', async () => {
  await page.goto('/settings/jobs')
  await page.getByRole('button', { name: 'Account and settings' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/login')
  await page.goto('/settings/jobs')
  await page.waitForURL('**/login?next=*')
  await page.getByLabel('User name').fill(USER.username)
  await page.getByLabel('Password').fill('wrong password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Password').fill(USER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/settings/jobs')
})

test('no script failed, no policy stopped anything and the server had no fault on the way', () => {
  expect(troubles).toEqual([])
})
