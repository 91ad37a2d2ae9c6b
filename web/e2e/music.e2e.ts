import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { keepPicture } from './browser.ts'
import { lookAt } from './looks.ts'
import { writeAlbum, writeCompilation, writeWholeArtist } from './songs.ts'
import { ask, page, shelf, withShelf } from './stage.ts'
import { choose, closed, dialog, heading, press, toast } from './steps.ts'

const LONG =
  'When the Pawn Hits the Conflicts He Thinks Like a King What He Knows Throws the Blows When He Goes'
const RTL = 'أم كلثوم'
const CJK = '椎名林檎'

withShelf('music', (folder) => {
  writeWholeArtist(folder)
  writeCompilation(folder, 'Hits')
  writeAlbum(
    folder,
    'Fiona Apple',
    LONG,
    'On the Bound, Which Is a Song Whose Title Is Made Longer Than It Really Is',
  )
  writeAlbum(folder, RTL, 'إنت عمري', 'إنت عمري')
  writeAlbum(folder, CJK, '無罪モラトリアム', '正しい街')
  writeAlbum(folder, 'Gone', 'Vanishing', 'Away')
})

async function idOf(kind: 'artists' | 'albums' | 'tracks', title: string): Promise<number> {
  const found = (await ask(`/api/${kind}?limit=500`))[kind] as { id: number; title: string }[]
  const item = found.find((each) => each.title === title)
  if (!item) throw new Error(`There is nothing called ${title} among the ${kind}.`)
  return item.id
}

test('C4 a music library lists albums, artists and tracks, each at an address of its own', async () => {
  await page.goto('/libraries/1')
  await page.getByRole('link', { name: /^Heroes\s*David Bowie\s*1977/ }).waitFor()
  await page.getByRole('link', { name: /^Hits\s*Various Artists/ }).waitFor()
  const tabs = page.getByRole('navigation', { name: 'Library' })
  await tabs.getByRole('link', { name: 'Artists' }).click()
  await page.waitForURL('**/libraries/1?kind=artist')
  await page.getByRole('link', { name: /^David Bowie\s*2 albums · 1947–2016/ }).waitFor()
  await page.getByRole('button', { name: 'Style' }).click()
  await page.getByRole('option', { name: /^Glam/ }).click()
  await page.waitForURL('**/libraries/1?kind=artist&style=Glam')
  await expect.poll(() => page.locator('main a[href^="/artists/"]').count()).toBe(1)
  await tabs.getByRole('link', { name: 'Tracks' }).click()
  await page.waitForURL('**/libraries/1?kind=track')
  await page.getByRole('link', { name: /^Helden\s*David Bowie feat\. Antonia Maass/ }).waitFor()
})

test('C4 one walks from an artist to an album, its discs and a track, and on to the next', async () => {
  await page.goto(`/artists/${await idOf('artists', 'David Bowie')}`)
  await heading('David Bowie').waitFor()
  await page.getByText('A singer who was somebody else').waitFor()
  await page.getByRole('link', { name: /^Low\s*1977 · 1 track/ }).waitFor()
  await page.getByRole('link', { name: /^Heroes\s*1977 · 3 tracks/ }).click()
  await heading('Heroes').waitFor()
  await page.getByText('RCA').waitFor()
  const second = page.getByRole('table', { name: 'Tracks of Disc 2' })
  await second.getByText('David Bowie feat. Antonia Maass').waitFor()
  await page.getByRole('link', { name: 'Beauty and the Beast' }).click()
  await heading('Beauty and the Beast').waitFor()
  await page.getByText('FLAC, stereo, 44.1 kHz').waitFor()
  await page.getByRole('link', { name: 'Brian Eno' }).waitFor()
  await page.getByRole('link', { name: 'Next track: Joe the Lion' }).click()
  await heading('Joe the Lion').waitFor()
  const path = page.getByRole('navigation', { name: 'Path' })
  await path.getByRole('link', { name: 'Heroes' }).waitFor()
  await path.getByRole('link', { name: 'David Bowie' }).click()
  await heading('David Bowie').waitFor()
})

test('C4 an album of several artists credits each track', async () => {
  await page.goto(`/albums/${await idOf('albums', 'Hits')}`)
  await heading('Hits').waitFor()
  await page.getByRole('row', { name: /^1 One Ann 3:20/ }).waitFor()
  await page.getByRole('row', { name: /^2 Two Bob 3:20/ }).waitFor()
  await page.getByRole('link', { name: 'Various Artists' }).first().waitFor()
})

test('D1 C18 an album is edited and locked; a refresh leaves the lock alone', async () => {
  const id = await idOf('albums', 'Low')
  await page.goto(`/albums/${id}`)
  await heading('Low').waitFor()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await dialog().getByLabel('Title', { exact: true }).fill('Said by hand')
  await dialog().getByLabel('Label', { exact: true }).fill('RCA Victor')
  await press('Lock Label')
  await keepPicture(page, 'edit-album')
  expect(await faults(page)).toEqual([])
  await press('Save')
  await closed('Album saved')
  await heading('Said by hand').waitFor()
  await page.getByRole('link', { name: 'Label: Edited by hand, locked' }).waitFor()
  await choose('Album actions', 'Refresh all metadata')
  await dialog()
    .getByRole('region', { name: 'What would change' })
    .getByText('Said by hand')
    .first()
    .waitFor()
  await press('Refresh')
  await closed('Metadata refreshed')
  await heading('Low').waitFor()
  expect(await ask(`/api/albums/${id}`)).toMatchObject({ label: 'RCA Victor', locks: ['publisher'] })
})

test('D1 a track is edited where its album lists it', async () => {
  await page.goto(`/albums/${await idOf('albums', 'Heroes')}`)
  await choose('More actions for Joe the Lion', 'Edit')
  await dialog().getByRole('button', { name: 'Add artist' }).click()
  await dialog().getByLabel('Name of artist 2').fill('Robert Fripp')
  await dialog().getByLabel('Role of artist 2').selectOption('featured')
  await press('Save')
  await closed('Track saved')
  await page.getByText('David Bowie feat. Robert Fripp').waitFor()
})

test('B5 an album whose files are gone leaves its page', async () => {
  await page.goto(`/albums/${await idOf('albums', 'Vanishing')}`)
  await heading('Vanishing').waitFor()
  renameSync(join(shelf(), 'Gone'), join(shelf(), '..', 'away'))
  await choose('Album actions', 'Scan for new metadata')
  await toast('Album removed (no longer exists on disk)').waitFor()
  await page.waitForURL(/\/(artists|libraries)\/\d+$/)
})

test('what one person made is listed by kind', async () => {
  await page.goto(`/tracks/${await idOf('tracks', 'Helden')}`)
  await page.getByRole('link', { name: 'Antonia Maass' }).click()
  await page.waitForURL('**/people/*')
  await page.getByRole('heading', { level: 2, name: 'Tracks' }).waitFor()
  await page.getByRole('link', { name: /^Helden/ }).waitFor()
})

const album = (title: string) => async () => `/albums/${await idOf('albums', title)}`
const artist = (title: string) => async () => `/artists/${await idOf('artists', title)}`
const track = (title: string) => async () => `/tracks/${await idOf('tracks', title)}`

lookAt([
  ['albums', async () => '/libraries/1', 'main a[href^="/albums/"]'],
  ['artists', async () => '/libraries/1?kind=artist', 'main a[href^="/artists/"]'],
  ['track list', async () => '/libraries/1?kind=track&view=list', 'main a[href^="/tracks/"]'],
  ['artist', artist('David Bowie'), 'article a[href^="/albums/"]'],
  ['artist in Japanese', artist(CJK), 'article a[href^="/albums/"]'],
  ['album', album('Heroes'), 'article table'],
  ['album with a long title', album(LONG), 'article table'],
  ['album from right to left', album('إنت عمري'), 'article table'],
  ['track', track('Beauty and the Beast'), 'article h3'],
  ['missing track', async () => '/tracks/99999', 'main h2'],
])
