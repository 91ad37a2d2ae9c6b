import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { keepPicture } from './browser.ts'
import { writeShow, writeWholeShow } from './episodes.ts'
import { lookAt } from './looks.ts'
import { ask, page, shelf, withShelf } from './stage.ts'
import { choose, closed, dialog, heading, press, toast } from './steps.ts'

const WHOLE = 'The Wire'
const LONG =
  'The Strange and Wonderful Chronicles of a Very Long Title That Does Not End Where One Would Think'
const RTL = 'الهيبة'
const CJK = '進撃の巨人'

withShelf('tv', (folder) => {
  writeWholeShow(folder, WHOLE, 2002)
  writeShow(
    folder,
    LONG,
    2011,
    'An Episode Whose Title Is Not Short Either, as It Tells All That Happens in It',
  )
  writeShow(folder, RTL, 2017, 'الحلقة الأولى')
  writeShow(folder, CJK, 2013, '二千年後の君へ')
  writeShow(folder, 'Vanishing', 1996)
})

const listOf = async (name: string, address = `/api/${name}?limit=500`) =>
  (await ask(address))[name] as { id: number; title: string }[]

async function idOf(kind: 'shows' | 'episodes', title: string) {
  const found = (await listOf(kind)).find((each) => each.title === title)
  if (!found) throw new Error(`There is nothing called ${title} among the ${kind}.`)
  return found.id
}

async function seasonId(show: string, title: string) {
  const seasons = await listOf('seasons', `/api/shows/${await idOf('shows', show)}/seasons`)
  return seasons.find((each) => each.title === title)!.id
}

test('C4 a TV library lists its shows, and on a tab of their own all episodes', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^The Wire\s*2002–2008 · 3 seasons/ }).waitFor()
  const tabs = page.getByRole('navigation', { name: 'Library' })
  await page.getByRole('button', { name: 'Genre' }).click()
  await page.getByRole('option', { name: /^Crime/ }).click()
  await expect.poll(() => page.locator('main a[href^="/shows/"]').count()).toBe(1)
  await tabs.getByRole('link', { name: 'Episodes' }).click()
  await page.waitForURL('**/libraries/1?kind=episode')
  await page.getByRole('link', { name: /^The Target\s*The Wire · S01E01/ }).waitFor()
  expect(await tabs.getByRole('link', { name: 'Episodes' }).getAttribute('aria-current')).toBe('page')
  expect(await tabs.getByRole('link', { name: 'Shows' }).getAttribute('aria-current')).toBeNull()
})

test('C4 one walks from a show to its seasons, their episodes, and on to the next', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^The Wire/ }).click()
  await heading(WHOLE).waitFor()
  await page.getByText('Listen carefully.').waitFor()
  await page.getByRole('link', { name: /^The Port\s*Season 2 · 1 episode/ }).waitFor()
  await page.getByRole('link', { name: /^Specials\s*1 episode/ }).waitFor()
  await page.getByRole('link', { name: /^Season 1\s*3 episodes/ }).click()
  await heading('Season 1').waitFor()
  const rows = page.getByRole('table', { name: 'Episodes' })
  await rows.getByRole('row', { name: /^1 The Target June 2, 2002 1 h 2 min/ }).waitFor()
  await rows.getByRole('row', { name: /^3–4 / }).waitFor()
  await rows.getByRole('link', { name: 'The Target' }).click()
  await heading('The Target').waitFor()
  await page.getByRole('row', { name: /H\.264.*1920 × 800/ }).waitFor()
  await page.getByRole('row', { name: /German\s+SRT/ }).waitFor()
  await page.getByRole('link', { name: 'Next episode: The Detail' }).click()
  await heading('The Detail').waitFor()
  await page.getByRole('link', { name: 'Previous episode: The Target' }).waitFor()
  const path = page.getByRole('navigation', { name: 'Path' })
  await path.getByRole('link', { name: 'Season 1' }).waitFor()
  await path.getByRole('link', { name: WHOLE }).click()
  await heading(WHOLE).waitFor()
})

test('D1 C18 an episode is edited and locked from its season; a refresh leaves the lock alone', async () => {
  const id = await idOf('episodes', 'The Detail')
  await page.goto(`/seasons/${await seasonId(WHOLE, 'Season 1')}`)
  await choose('More actions for The Detail', 'Edit')
  await dialog().getByLabel('Title', { exact: true }).fill('Said by hand')
  await dialog().getByLabel('Aired', { exact: true }).fill('2002-06-09')
  await dialog().getByLabel('Last episode number', { exact: true }).fill('2')
  await press('Lock Aired')
  await keepPicture(page, 'edit-episode')
  expect(await faults(page)).toEqual([])
  await press('Save')
  await closed('Episode saved')
  await page.getByRole('row', { name: /^2 Said by hand June 9, 2002/ }).waitFor()

  await page.getByRole('link', { name: 'Said by hand' }).click()
  await heading('Said by hand').waitFor()
  await page.getByRole('link', { name: 'Aired: Edited by hand, locked' }).first().waitFor()
  await choose('Episode actions', 'Refresh all metadata')
  await dialog()
    .getByRole('region', { name: 'What would change' })
    .getByText('Said by hand')
    .first()
    .waitFor()
  await press('Refresh')
  await closed('Metadata refreshed')
  await heading('The Detail').waitFor()
  expect(await ask(`/api/episodes/${id}`)).toMatchObject({ aired: '2002-06-09', locks: ['release_date'] })
})

test('D1 a show is edited, and read again with all its episodes', async () => {
  await page.goto(`/shows/${await idOf('shows', CJK)}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel('Status', { exact: true }).fill('Continuing')
  await press('Lock Status')
  await press('Save')
  await closed('Show saved')
  await page.getByText('Continuing').waitFor()
  await choose('Show actions', 'Scan for new metadata')
  await toast('Metadata scanned').waitFor()
  await page.getByText('Continuing').waitFor()
})

test('B5 an episode whose file is gone leaves its page for its season', async () => {
  await page.goto(`/seasons/${await seasonId(WHOLE, 'The Port')}`)
  await page.getByRole('link', { name: 'Ebb Tide' }).click()
  await heading('Ebb Tide').waitFor()
  renameSync(join(shelf(), `${WHOLE} (2002)`, 'Season 02'), join(shelf(), '..', 'away'))
  await choose('Episode actions', 'Scan for new metadata')
  await toast('Episode removed (no longer exists on disk)').waitFor()
  await page.waitForURL(/\/(seasons|shows|libraries)\/\d+$/)
})

test('D1 a show’s artwork stands by type, and its fanart behind its page', async () => {
  const id = await idOf('shows', WHOLE)
  await page.goto(`/shows/${id}`)
  await heading(WHOLE).waitFor()
  await page.getByTestId('fanart').locator('img').waitFor()
  await page.getByRole('link', { name: 'Artwork' }).click()
  const of = (type: string) => page.getByRole('region', { name: type })
  await of('Posters').getByText('In use', { exact: true }).waitFor()
  await of('Fanart').getByText('fanart.png').waitFor()
  await of('Banners').getByText('banner.png').waitFor()
  await of('Trailers').getByText('Teaser.mkv').waitFor()
  await keepPicture(page, 'artwork')
  expect(await faults(page)).toEqual([])
  await of('Fanart').getByRole('button', { name: 'Reject fanart.png' }).click()
  await toast('Fanart rejected').waitFor()
  await page.goto(`/shows/${id}`)
  await heading(WHOLE).waitFor()
  await expect.poll(() => page.getByTestId('fanart').count()).toBe(0)
  await page.goto(`/shows/${id}/artwork#fanart`)
  await of('Fanart').getByText('1 rejected').click()
  await of('Fanart').getByRole('button', { name: 'Take back fanart.png' }).click()
  await of('Fanart').getByText('In use', { exact: true }).waitFor()
})

test('search leads to an episode', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^The Wire/ }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill('the target')
  await page.getByRole('option', { name: /The Target.*Episode · The Wire · Season 1/ }).click()
  await heading('The Target').waitFor()
})

const show = (title: string) => async () => `/shows/${await idOf('shows', title)}`
const episodeOf = (title: string) => async () => `/episodes/${await idOf('episodes', title)}`

lookAt([
  ['shows', async () => '/libraries/1', 'main a[href^="/shows/"]'],
  ['show list', async () => '/libraries/1?view=list', 'main a[href^="/shows/"]'],
  ['episodes', async () => '/libraries/1?kind=episode', 'main a[href^="/episodes/"]'],
  ['episode list', async () => '/libraries/1?kind=episode&view=list', 'main a[href^="/episodes/"]'],
  ['show', show(WHOLE), 'article a[href^="/seasons/"]'],
  ['show with a long title', show(LONG), 'article a[href^="/seasons/"]'],
  ['show from right to left', show(RTL), 'article a[href^="/seasons/"]'],
  ['show in Japanese', show(CJK), 'article a[href^="/seasons/"]'],
  ['season', async () => `/seasons/${await seasonId(WHOLE, 'Season 1')}`, 'article table'],
  ['season of a long show', async () => `/seasons/${await seasonId(LONG, 'Season 1')}`, 'article table'],
  ['episode', episodeOf('The Target'), 'article table'],
  ['episode without a picture', episodeOf('二千年後の君へ'), 'article table'],
  ['missing episode', async () => '/episodes/99999', 'main h2'],
])
