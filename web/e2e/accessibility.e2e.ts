import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepPicture, openBrowser, openPage } from './browser.ts'
import { startColophon, USER, type Colophon } from './colophon.ts'
import { writeLibrary } from './epub.ts'

const SCHEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let colophon: Colophon
let browser: Browser
let session: Awaited<ReturnType<BrowserContext['storageState']>>

beforeAll(async () => {
  colophon = await startColophon()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await colophon?.stop()
})

/** What axe finds wrong, a line each. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  )
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

describe('before there is a user', () => {
  test.each(SCHEMES)('the set-up page has no fault in %s', async (colorScheme) => {
    const context = await browser.newContext({ baseURL: colophon.url, colorScheme })
    const { page } = await openPage(context)
    await page.goto('/setup')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await faults(page)).toEqual([])
    await context.close()
  })
})

describe('with a library', () => {
  let jobId: number
  let bookId: number

  beforeAll(async () => {
    const shelf = join(colophon.folder, 'Shelf')
    writeLibrary(shelf, 24)
    const context = await browser.newContext({ baseURL: colophon.url })
    const ask = context.request
    const headers = { 'X-Colophon': '1' }
    await ask.post('/api/setup', { data: USER })
    const library = await ask.post('/api/libraries', {
      headers,
      data: { name: 'Shelf', type: 'book', paths: [shelf] },
    })
    expect(library.status()).toBe(201)
    const jobs = async () => (await (await ask.get('/api/jobs?type=scan')).json()).jobs
    await vi.waitFor(async () => expect((await jobs())[0].status).toBe('completed'), {
      timeout: 30_000,
      interval: 200,
    })
    jobId = (await jobs())[0].id
    bookId = (await (await ask.get('/api/books?limit=1')).json()).books[0].id
    session = await context.storageState()
    await context.close()
  })

  const cases = SCHEMES.flatMap((colorScheme) => SIZES.map((viewport) => ({ colorScheme, viewport })))

  describe.each(cases)('$colorScheme, $viewport.width wide', ({ colorScheme, viewport }) => {
    let context: BrowserContext
    let page: Page
    let troubles: string[]

    beforeEach(async () => {
      context = await browser.newContext({
        baseURL: colophon.url,
        storageState: session,
        colorScheme,
        viewport,
      })
      ;({ page, troubles } = await openPage(context))
    })
    afterEach(() => context.close())

    const pages: [string, () => string, string][] = [
      ['library', () => '/libraries/1', 'main a[href^="/books/"]'],
      ['library list', () => '/libraries/1?view=list', 'main a[href^="/books/"]'],
      ['filtered to nothing', () => '/libraries/1?format=pdf', 'main h2'],
      ['book', () => `/books/${bookId}`, 'article h1'],
      ['people', () => '/libraries/1/people', 'main li'],
      ['series', () => '/libraries/1/series', 'main li'],
      ['terms', () => '/libraries/1/terms', 'main li'],
      ['term', () => '/terms/1', 'main a[href^="/books/"]'],
      ['person', () => '/people/1', 'main a[href^="/books/"]'],
      ['one series', () => '/series/1', 'main a[href^="/books/"]'],
      ['evidence', () => `/books/${bookId}?evidence=title`, '[role="dialog"] section'],
      ['edit book', () => `/books/${bookId}?open=edit`, '[role="dialog"] form'],
      ['covers', () => `/books/${bookId}?open=cover`, '[role="dialog"] li'],
      ['trash', () => '/libraries/1/trash', 'main h2'],
      ['libraries', () => '/settings/libraries', 'main li'],
      ['library settings', () => '/settings/libraries/1?path=Author%2FBook%2FBook.epub', '#explain-path'],
      ['add library', () => '/settings/libraries?add=true', '[role="dialog"] form'],
      ['jobs', () => '/settings/jobs', 'main li'],
      ['job', () => `/settings/jobs/${jobId}`, '[role="log"] p'],
      ['job items', () => `/settings/jobs/${jobId}?tab=items`, '[role="tabpanel"] li'],
      ['missing page', () => '/nowhere', 'h2'],
    ]

    test.each(pages)('%s has no fault and does not scroll sideways', async (name, address, shown) => {
      await page.goto(address())
      await page.locator(shown).first().waitFor()
      await keepPicture(page, `${name.replaceAll(' ', '-')}-${viewport.width}-${colorScheme}`)
      expect(await faults(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
      expect(troubles).toEqual([])
    })
  })
})
