import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const CHROMIUM = process.env.COLOPHON_CHROMIUM ?? '/usr/bin/chromium'

/** A window loads two pages for suggestions below its address bar, which is most of what opening one costs. */
const UNUSED_FEATURES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']
/** What Playwright turns off, named once more because the last of such flags is the one that counts. */
const DISTURBING_FEATURES = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...UNUSED_FEATURES, ...DISTURBING_FEATURES]}`,
]

/** Chromium with a profile of its own, made and removed by the launch. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no Chromium at ${CHROMIUM}. Install it: apt-get install chromium`)
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

/** A page and what went wrong in it unseen: a script that threw, a policy that stopped something, a server fault. */
export async function openPage(context: BrowserContext): Promise<{ page: Page; troubles: string[] }> {
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Warning:/.test(message.text())) troubles.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
  })
  return { page, troubles }
}

/** Pictures of the pages, kept when `COLOPHON_PICTURES` names a folder. */
export async function keepPicture(page: Page, name: string) {
  const folder = process.env.COLOPHON_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
