import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults } from './axe.ts'
import { keepPicture } from './browser.ts'
import { writeFilm, writeFilms } from './films.ts'
import { lookAt } from './looks.ts'
import { ask, context, HEADERS, page, withShelf } from './stage.ts'
import { dialog, press, toast } from './steps.ts'
import { startTmdb, type Tmdb } from './tmdb.ts'

const TWIN = 'The Silent River'
const LONG =
  'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb and Some More Words So That It Is Long'
const RTL = 'وهلأ لوين'
const CJK = '千と千尋の神隠し'

const FIRST =
  'A ferryman comes back to the village of long ago and finds out what his brother never told anybody, not even her.'

withShelf('movie', (folder) => {
  writeFilm(folder, TWIN)
  writeFilms(folder, [RTL, CJK, LONG])
})

let tmdb: Tmdb

beforeAll(async () => {
  tmdb = await startTmdb([
    { id: 11, title: TWIN, year: 1999, overview: FIRST, director: 'Ada Müller', pictures: 9 },
    { id: 12, title: TWIN, year: 2014, overview: 'Another film of that name.', director: 'Bo Li' },
    ...[RTL, CJK, LONG].flatMap((title, place) =>
      [2001, 2011].map((year) => ({
        id: 20 + place * 2 + (year === 2011 ? 1 : 0),
        title,
        year,
        overview: title.repeat(6),
        director: title,
      })),
    ),
  ])
  const settings = {
    enabled: true,
    key: 'any',
    address: tmdb.address,
    limit: { requests: 0, seconds: 1 },
  }
  await context.request.put('/api/providers/tmdb', {
    headers: HEADERS,
    data: settings,
    failOnStatusCode: true,
  })
})
afterAll(() => tmdb?.stop())

/** All films are asked for, and wait for a choice, as there are always two. */
async function untilAsked() {
  const { movies } = await ask('/api/movies?limit=500')
  for (const { id } of movies as { id: number }[])
    await context.request.post(`/api/items/${id}/enrich`, { headers: HEADERS, failOnStatusCode: true })
  await expect.poll(async () => (await ask('/api/review')).total).toBe(movies.length)
}

async function movieId(title: string): Promise<number> {
  const { movies } = await ask('/api/movies?limit=500')
  return (movies as { id: number; title: string }[]).find((each) => each.title === title)!.id
}

const movie =
  (title: string, open = '') =>
  async () =>
    `/movies/${await movieId(title)}${open && `?open=${open}`}`

lookAt([['nothing to review', () => '/review', 'main h2']])

test('C20 a provider is tested on its page, and tells when its key is gone', async () => {
  await page.goto('/settings/providers')
  const form = page.getByRole('form', { name: 'Settings of The Movie Database' })
  await form.getByRole('button', { name: 'Test' }).click()
  await form.getByText(/^It answered in /).waitFor()
  await form.getByRole('button', { name: 'Remove the key of The Movie Database' }).click()
  await form.getByRole('button', { name: 'Save and test' }).click()
  await form.getByText('The Movie Database needs a key.').waitFor()
  await page.getByText('Needs a key', { exact: true }).waitFor()
  await form.getByLabel('Key').fill('another')
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await form.getByText('A key is stored').waitFor()
})

test('C20 films of which there are two wait for a choice, and a page that is open shows it', async () => {
  await page.goto('/review')
  await page.getByText('Nothing waits for you').waitFor()
  await untilAsked()
  await page.getByRole('link', { name: 'Review 4 items' }).waitFor()
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(4)
})

lookAt([
  ['providers', () => '/settings/providers', 'main li form'],
  ['review', () => '/review', 'main li'],
  ['identity', movie(TWIN, 'identity'), '[role="dialog"] li'],
  ['identity from right to left', movie(RTL, 'identity'), '[role="dialog"] li'],
])

test('C20 of two films of one name one is tried, chosen and then described, with a poster', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: 'Review 4 items' }).click()
  const card = page.getByRole('listitem').filter({ hasText: FIRST.slice(0, 40) })
  await card.getByText('The likeliest of 2 matches at The Movie Database').waitFor()
  await card.getByRole('link', { name: `Look at all matches for ${TWIN}` }).click()
  await page.waitForURL('**/movies/*?open=identity')

  await press(`Preview ${TWIN} (2014)`)
  await dialog().getByRole('region', { name: 'What would change' }).getByText('Another film').waitFor()
  await press('Back')
  await press(`Preview ${TWIN} (1999)`)
  await dialog().getByRole('region', { name: 'What would change' }).getByText(FIRST).waitFor()
  await keepPicture(page, 'identity-preview')
  expect(await faults(page)).toEqual([])
  await press('Choose this')
  await toast(/^The Silent River chosen/).waitFor()
  await dialog().getByText('Somebody chose it, and no scan changes it.').waitFor()
  await keepPicture(page, 'identity-chosen')
  await press('Close')

  await page.getByText(FIRST).waitFor()
  await page.getByText('Ada Müller').waitFor()
  await page.getByRole('link', { name: 'Review 3 items' }).waitFor()
  const id = await movieId(TWIN)
  await expect.poll(async () => (await ask(`/api/movies/${id}`)).cover_url).not.toBeNull()
})

test('C20 another poster is chosen, locked, and one is removed', async () => {
  const id = await movieId(TWIN)
  const before = (await ask(`/api/movies/${id}`)).cover_url
  await page.goto(`/movies/${id}/artwork#poster`)
  const posters = page.getByRole('region', { name: 'Posters' })
  const offered = posters.getByRole('list', { name: 'Posters from providers' })
  // Those without words are key art, and the best is in use.
  await expect.poll(() => offered.locator('> li').count()).toBe(6)
  await posters.getByRole('button', { name: 'Use this: Poster 2 from TMDB' }).click()
  await toast('Poster chosen').waitFor()
  await expect.poll(async () => (await ask(`/api/movies/${id}`)).cover_url).not.toBe(before)
  await posters.getByRole('button', { name: 'Lock Poster 2 from TMDB' }).click()
  await posters.getByRole('button', { name: 'Unlock Poster 2 from TMDB' }).waitFor()
  // One that was never fetched can be refused too.
  await posters.getByRole('button', { name: 'Reject Poster 3 from TMDB' }).click()
  await posters.getByText('1 rejected').waitFor()
  const { assets } = await ask(`/api/items/${id}/assets`)
  expect(assets.filter((asset: { selected: boolean }) => asset.selected)).toMatchObject([
    { type: 'poster', source: 'tmdb', locked: true, in_use: true },
  ])
})

lookAt([
  ['enrichment of a library', () => '/settings/libraries/1', 'main form ol li'],
  ['evidence of a provider', async () => `${await movie(TWIN)()}?evidence=description`, '[role="dialog"] li'],
  ['artwork', async () => `${await movie(TWIN)()}/artwork`, 'main section li img'],
  ['identified film', movie(TWIN), 'article table'],
  ['identity that is known', movie(TWIN, 'identity'), '[role="dialog"] section'],
])
