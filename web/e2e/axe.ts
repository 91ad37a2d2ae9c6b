import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong in a page or a part of it, a line each. */
export async function faults(page: Page, part?: string): Promise<string[]> {
  const loaded = await page.evaluate(() => 'axe' in window)
  // Half a megabyte of script need not be sent twice into one page; and as there are no frames in ours, no other page is
  // needed to put the results of all of them together.
  const axe = new AxeBuilder({ page, axeSource: loaded ? ';' : undefined })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  )
}
