import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { faults } from './axe.ts'
import { keepPicture, openPage } from './browser.ts'
import { context, openContext } from './stage.ts'

const SCHEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
]
const cases = SCHEMES.flatMap((colorScheme) => SIZES.map((viewport) => ({ colorScheme, viewport })))

/** A page by its name: where it is, and what is there once it is shown. */
export type Look = [name: string, address: () => Promise<string>, shown: string]

/** Looks at pages in both colour schemes, on a desk and on a phone. */
export const lookAt = (pages: Look[]) =>
  describe.each(cases)('$colorScheme, $viewport.width wide', ({ colorScheme, viewport }) => {
    let visit: BrowserContext
    let own: Page
    beforeEach(async () => {
      visit = await openContext({ storageState: await context.storageState(), colorScheme, viewport })
      own = (await openPage(visit)).page
    })
    afterEach(() => visit.close())

    test.each(pages)('%s has no fault and does not scroll sideways', async (name, address, shown) => {
      await own.goto(await address())
      await own.locator(shown).first().waitFor()
      await keepPicture(own, `${name.replaceAll(' ', '-')}-${viewport.width}-${colorScheme}`)
      expect(await faults(own)).toEqual([])
      expect(
        await own.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0)
    })
  })
