import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faults } from './axe.ts'
import { keepPicture, openPage } from './browser.ts'
import { writeLibrary } from './epub.ts'
import { addShelf, ask, context, openContext, withServer } from './stage.ts'

const SCHEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
]

withServer()

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

describe('before there is a user', () => {
  test.each(SCHEMES)('the set-up page has no fault in %s', async (colorScheme) => {
    const visit = await openContext({ colorScheme })
    const { page } = await openPage(visit)
    await page.goto('/setup')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await faults(page)).toEqual([])
    await visit.close()
  })
})

describe('with a library', () => {
  let jobId: number
  let bookId: number

  beforeAll(async () => {
    jobId = await addShelf('book', (folder) => writeLibrary(folder, 24))
    bookId = (await ask('/api/books?limit=1')).books[0].id
  })

  const cases = SCHEMES.flatMap((colorScheme) => SIZES.map((viewport) => ({ colorScheme, viewport })))

  describe.each(cases)('$colorScheme, $viewport.width wide', ({ colorScheme, viewport }) => {
    let visit: BrowserContext
    let page: Page
    let troubles: string[]

    beforeEach(async () => {
      visit = await openContext({ storageState: await context.storageState(), colorScheme, viewport })
      ;({ page, troubles } = await openPage(visit))
    })
    afterEach(() => visit.close())

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
      ['system', () => '/settings/system', 'main:has(tbody tr) #checks'],
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
