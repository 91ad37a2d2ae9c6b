import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { keepPicture } from './browser.ts'
import { SIMPLE_FILM, writeFilm, writeFilms, writeWholeFilm } from './films.ts'
import { lookAt } from './looks.ts'
import { ask, context, page, shelf, withShelf } from './stage.ts'
import { choose, closed, dialog, heading, press, toast } from './steps.ts'

const WHOLE = 'Blade Runner'
const LONG =
  'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb and Some More Words So That It Is Long'
const RTL = 'وهلأ لوين'
const CJK = '千と千尋の神隠し'

withShelf('movie', (folder) => {
  writeWholeFilm(folder, WHOLE, 1982)
  writeFilms(folder, ['Edited (2001)', 'Vanishing (1996)', `${RTL} (2011)`, `${CJK} (2001)`])
  writeFilm(folder, `${LONG} (1964)`)
  writeFilm(folder, 'Broken (1999)', { 'Broken (1999).mkv': 'nothing that could be watched' })
  writeFilm(folder, 'In Parts (1959)', {
    'In Parts (1959).mkv': SIMPLE_FILM,
    'In Parts (1959) - cd1.mkv': SIMPLE_FILM,
    'In Parts (1959) - cd2.mkv': SIMPLE_FILM,
  })
})

async function movieId(title: string): Promise<number> {
  const { movies } = await ask('/api/movies?limit=500')
  return (movies as { id: number; title: string }[]).find((each) => each.title === title)!.id
}

async function openMovie(title: string) {
  const id = await movieId(title)
  await page.goto(`/movies/${id}`)
  await heading(title).waitFor()
  return id
}

test('C4 a movie library shows its films, narrows them by genre and sorts them by release', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^Blade Runner\s*1982 · 1 h 57 min/ }).waitFor()
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Movies' }).waitFor()
  expect(await page.getByRole('button', { name: 'Narrator' }).count()).toBe(0)
  await page.getByLabel('Sort by').selectOption('-release_date')
  await page.waitForURL('**/libraries/1?sort=-release_date')
  await page.getByRole('button', { name: 'Genre' }).click()
  await page.getByRole('option', { name: /^Thriller/ }).click()
  await page.waitForURL('**genre=Thriller**')
  await expect.poll(() => page.locator('main a[href^="/movies/"]').count()).toBe(1)
  await page.getByRole('button', { name: 'Remove filter Genre: Thriller' }).click()
  await expect.poll(() => page.locator('main a[href^="/movies/"]').count()).toBeGreaterThan(5)
})

test('C4 C9 a movie’s page tells what its files hold, stream by stream', async () => {
  await openMovie(WHOLE)
  await page.getByText('Man has made his match').waitFor()
  await page.getByText('IMDb 8.1').waitFor()
  expect(await page.getByRole('link', { name: /^78/ }).getAttribute('href')).toBe(
    'https://www.themoviedb.org/movie/78',
  )
  const audio = page.getByRole('table', { name: 'Audio' }).filter({ hasText: 'Commentary' })
  await audio.getByRole('row', { name: /German\s+AC3/ }).waitFor()
  await page.getByRole('row', { name: /HEVC.*3840 × 1600.*23\.976 fps.*HDR10/ }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Trailer' }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Extra' }).waitFor()
  await page.getByText('3 chapters').click()
  await page.getByText('Tears in rain').waitFor()
  await page.getByRole('button', { name: 'Show all 16' }).click()
  await page.getByRole('link', { name: 'Player 16' }).click()
  await page.waitForURL('**/people/*')
  await page.locator('main a[href^="/movies/"]').first().waitFor()
})

test('C4 what cannot be watched says so, and a film in parts counts them', async () => {
  const [broken] = (await ask('/api/movies?has_error=true')).movies
  await page.goto(`/movies/${broken.id}`)
  await page.getByRole('alert').waitFor()
  await openMovie('In Parts')
  await page.getByText('Part 2 of 2').waitFor()
})

test('D1 C18 a movie is edited and locked; a refresh shows what it would take and leaves the lock alone', async () => {
  const id = await openMovie('Edited')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel('Title', { exact: true }).fill('Said by hand')
  await dialog().getByLabel('Released', { exact: true }).fill('2001-09-09')
  await dialog().getByLabel('Runtime in minutes', { exact: true }).fill('93')
  await dialog().getByRole('button', { name: 'Add person' }).click()
  await dialog().getByLabel('Name of person 1').fill('Somebody')
  await dialog().getByLabel('Character of person 1').fill('Herself')
  await press('Lock Released')
  await keepPicture(page, 'edit-movie')
  expect(await faults(page)).toEqual([])
  await press('Save')
  await closed('Movie saved')
  await heading('Said by hand').waitFor()
  await page.getByText('September 9, 2001').waitFor()
  await page.getByRole('link', { name: 'Released: Edited by hand, locked' }).first().waitFor()
  await page.getByText('Herself').waitFor()

  await choose('Movie actions', 'Refresh all metadata')
  const change = dialog().getByRole('region', { name: 'What would change' })
  await change.getByText('Said by hand').first().waitFor()
  expect(await change.getByText('2001-09-09').count()).toBe(0)
  await keepPicture(page, 'refresh-movie')
  expect(await faults(page)).toEqual([])
  await press('Refresh')
  await closed('Metadata refreshed')
  await heading('Edited').waitFor()
  expect(await ask(`/api/movies/${id}`)).toMatchObject({
    title: 'Edited',
    release_date: '2001-09-09',
    runtime_min: 93,
    locks: ['release_date'],
  })

  await page.getByRole('button', { name: 'History' }).click()
  await dialog().getByText('Runtime in minutes').first().waitFor()
})

test('D1 a mark leads to the evidence of a movie’s field', async () => {
  await openMovie(WHOLE)
  await page.getByRole('link', { name: /^Certification: From a sidecar/ }).click()
  await page.waitForURL('**/movies/*?evidence=certification')
  await dialog().getByText('Shown now').waitFor()
  await keepPicture(page, 'evidence-movie')
  expect(await faults(page)).toEqual([])
})

test('D1 a poster is chosen for a movie', async () => {
  const id = await openMovie(WHOLE)
  await page.getByRole('link', { name: 'Artwork' }).click()
  const posters = page.getByRole('region', { name: 'Posters' })
  await posters.getByRole('listitem').first().getByText('In use').waitFor()
  const before = (await ask(`/api/movies/${id}`)).cover_url
  const other = await context.request.get(`/api/items/${await movieId('Edited')}/cover`)
  await page
    .getByLabel('Picture to upload as poster')
    .setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer: await other.body() })
  await posters.getByText('Uploaded picture').waitFor()
  await expect.poll(async () => (await ask(`/api/movies/${id}`)).cover_url).not.toBe(before)
  await keepPicture(page, 'posters')
  expect(await faults(page)).toEqual([])
})

test('D3 B5 movies are selected and edited at once, and one whose file is gone says so', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^Blade Runner/ }).waitFor()
  await page.keyboard.press('Control+a')
  const bar = page.getByRole('toolbar', { name: 'Selected movies' })
  await bar.waitFor()
  expect(await bar.getByRole('button', { name: 'Merge' }).count()).toBe(0)
  await bar.getByRole('button', { name: 'Edit' }).click()
  await dialog().getByLabel('What to do with Tags').selectOption('add')
  await dialog().getByLabel('Add to Tags').fill('seen')
  await dialog().getByLabel('Add to Tags').press('Enter')
  await press('Save')
  await closed('8 movies changed')

  renameSync(join(shelf(), 'Vanishing (1996)'), join(shelf(), '..', 'away'))
  await choose('More actions for Vanishing', 'Scan for new metadata')
  await toast('Movie removed (no longer exists on disk)').waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Vanishing/ }).count()).toBe(0)
})

const movie = (title: string) => async () => `/movies/${await movieId(title)}`

lookAt([
  ['movies', async () => '/libraries/1', 'main a[href^="/movies/"]'],
  ['movie list', async () => '/libraries/1?view=list', 'main a[href^="/movies/"]'],
  ['movie', movie(WHOLE), 'article table'],
  ['movie with a long title', movie(LONG), 'article table'],
  ['movie from right to left', movie(RTL), 'article table'],
  ['movie in Japanese', movie(CJK), 'article table'],
  ['movie names', async () => '/libraries/1/terms?type=country', 'main li'],
  ['missing movie', async () => '/movies/99999', 'main h2'],
])
