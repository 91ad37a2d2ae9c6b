import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { openBrowser, openPage } from './browser.ts'
import { startColophon, USER, type Colophon } from './colophon.ts'

/** What the page sends with a request to show that it is ours. */
export const HEADERS = { 'X-Colophon': '1' }

// What the journeys of one file stand on: every file has a module of its own, and the functions below fill it.
export let colophon: Colophon
/** The browser of one person, who is signed in once there is a shelf. */
export let context: BrowserContext
export let page: Page
/** What went wrong in the page unseen. */
export let troubles: string[]
let browser: Browser

/** A server and a browser for the tests of a file. */
export function withServer() {
  beforeAll(async () => {
    colophon = await startColophon()
    browser = await openBrowser()
    context = await openContext()
  })
  afterAll(async () => {
    await browser?.close()
    await colophon?.stop()
  })
}

/** A page for each test, in which nothing may go wrong. */
export function withPages() {
  beforeEach(turnPage)
  afterEach(async () => {
    await page.close()
    expect(troubles).toEqual([])
  })
}

/** All of it, with a library of what is written into its folder. */
export function withShelf(type: ShelfType, write: (folder: string) => void) {
  withServer()
  beforeAll(async () => void (await addShelf(type, write)))
  withPages()
}

/** Nothing moves in it, so that a look at the page never falls into the midst of a movement. */
async function openContext(): Promise<BrowserContext> {
  const opened = await browser.newContext({
    baseURL: colophon.url,
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  })
  // A scan of thousands of books takes its time on a slow machine.
  opened.setDefaultTimeout(60_000)
  return opened
}

export async function turnPage() {
  ;({ page, troubles } = await openPage(context))
}

type ShelfType = 'book' | 'movie' | 'tv' | 'music'

/** Where the files of the library lie. */
export const shelf = () => join(colophon.folder, 'Shelf')

/** Makes the first user and a library, and waits for the end of its scan: the answer is the number of that job. */
export async function addShelf(type: ShelfType, write: (folder: string) => void): Promise<number> {
  write(shelf())
  await context.request.post('/api/setup', { data: USER, failOnStatusCode: true })
  await context.request.post('/api/libraries', {
    headers: HEADERS,
    data: { name: 'Shelf', type, paths: [shelf()] },
    failOnStatusCode: true,
  })
  return vi.waitFor(
    async () => {
      const [scan] = (await ask('/api/jobs?type=scan')).jobs
      expect(scan.status).toBe('completed')
      return scan.id
    },
    { timeout: 60_000, interval: 100 },
  )
}

/** What the server says now, whatever a page shows. */
export const ask = async (address: string) =>
  (await context.request.get(address, { failOnStatusCode: true })).json()
