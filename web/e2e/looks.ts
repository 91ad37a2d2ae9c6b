import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { keepPicture } from './browser.ts'
import { page } from './stage.ts'

const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
]
const SCHEMES = ['light', 'dark'] as const

/** A page by its name: where it is, and what is there once it is shown. */
export type Look = [name: string, address: () => string | Promise<string>, shown: string]

/**
 * Looks at pages on a desk and on a phone, in both colour schemes. A page is loaded for each size, as it may show
 * something else; a scheme only changes its colours.
 */
export const lookAt = (pages: Look[]) =>
  test.each(pages)('%s has no fault and does not scroll sideways', async (name, address, shown) => {
    const where = await address()
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await page.goto(where)
      await page.locator(shown).first().waitFor()
      for (const colorScheme of SCHEMES) {
        const look = `${name}, ${size.width} wide, ${colorScheme}`
        await page.emulateMedia({ colorScheme })
        await untilStill()
        await keepPicture(page, look.replaceAll(/,? /g, '-'))
        expect.soft(await faults(page), look).toEqual([])
        expect.soft(await sidewaysScroll(), look).toBe(0)
      }
    }
  })

/**
 * However short, a change of colours takes a frame, and that of what inherits them begins when it has ended. Frames are asked for:
 * where nothing else paints one, Chromium does not tell that a change has ended.
 */
const untilStill = () =>
  page.evaluate(async () => {
    while (document.getAnimations().some(({ playState }) => playState === 'running'))
      await new Promise(requestAnimationFrame)
  })

const sidewaysScroll = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
