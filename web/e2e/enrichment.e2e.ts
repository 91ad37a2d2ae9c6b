import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeFilm, writeFilms } from './films.ts'
import { lookAt } from './looks.ts'
import { ask, context, HEADERS, withShelf } from './stage.ts'
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

test('C20 films of which there are two wait for a choice', untilAsked)

lookAt([
  ['providers', () => '/settings/providers', 'main li form'],
  ['review', () => '/review', 'main li'],
  ['identity', movie(TWIN, 'identity'), '[role="dialog"] li'],
  ['identity from right to left', movie(RTL, 'identity'), '[role="dialog"] li'],
])
