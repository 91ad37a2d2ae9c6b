import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { picture } from './picture.ts'

/** A film that the stand-in knows. */
export interface KnownFilm {
  id: number
  title: string
  year: number
  overview: string
  director: string
  /** How many posters and backdrops are offered. */
  pictures?: number
}

export interface Tmdb {
  /** For the settings of the provider. */
  address: string
  stop: () => Promise<void>
}

const POSTERS = ['w92', 'w185', 'w342', 'w500', 'original']
const LANGUAGES = ['en', null, 'ja', 'ar', 'de']

/** Stands for The Movie Database on this machine: what the server asks of it about films, and their pictures. */
export async function startTmdb(films: KnownFilm[]): Promise<Tmdb> {
  let address = ''
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', address)
    const name = /^\/images\/[^/]+\/(poster|backdrop)-(\d+)-(\d+)\.png$/.exec(url.pathname)
    if (name) {
      const number = Number(name[2]) * 7 + Number(name[3])
      const sides = name[1] === 'poster' ? ([200, 300] as const) : ([320, 180] as const)
      response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture(number, ...sides))
      return
    }
    const [status, answer] = isKnown(request, url) ? answerOf(url, films, address) : REFUSED
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { address, stop: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}

type Answer = [status: number, body: unknown]

const REFUSED: Answer = [401, { status_code: 7, status_message: 'Invalid API key.' }]
const UNKNOWN: Answer = [404, { status_code: 34, status_message: 'The resource could not be found.' }]

const isKnown = (request: IncomingMessage, url: URL) =>
  url.searchParams.has('api_key') || request.headers.authorization !== undefined

function answerOf(url: URL, films: KnownFilm[], address: string): Answer {
  const asked = (name: string) => url.searchParams.get(name)
  if (url.pathname === '/configuration') return [200, { images: configuration(`${address}images/`) }]
  if (url.pathname === '/search/movie') {
    const year = asked('year') ?? asked('primary_release_year')
    const found = films.filter(
      (film) =>
        film.title.toLowerCase().includes((asked('query') ?? '').toLowerCase()) &&
        (!year || `${film.year}` === year),
    )
    return [200, { page: 1, results: found.map(summary), total_pages: 1, total_results: found.length }]
  }
  const id = /^\/movie\/(\d+)$/.exec(url.pathname)?.[1]
  const film = films.find((each) => `${each.id}` === id)
  return film ? [200, details(film)] : UNKNOWN
}

const configuration = (images: string) => ({
  base_url: images,
  secure_base_url: images,
  backdrop_sizes: ['w300', 'w780', 'original'],
  logo_sizes: ['w92', 'original'],
  poster_sizes: POSTERS,
  profile_sizes: ['w45', 'original'],
  still_sizes: ['w92', 'original'],
})

const summary = ({ id, title, year, overview }: KnownFilm) => ({
  id,
  title,
  original_title: title,
  original_language: 'en',
  overview,
  release_date: `${year}-05-01`,
  poster_path: `/poster-${id}-1.png`,
  backdrop_path: `/backdrop-${id}-1.png`,
  popularity: 10,
  vote_average: 7,
  vote_count: 100,
})

const details = (film: KnownFilm) => ({
  ...summary(film),
  runtime: 95,
  tagline: 'Nothing is as it was.',
  genres: [{ id: 18, name: 'Drama' }],
  production_companies: [],
  production_countries: [],
  credits: {
    cast: [{ name: 'Somebody Else', character: 'Herself', order: 0 }],
    crew: [{ name: film.director, job: 'Director', department: 'Directing' }],
  },
  external_ids: { imdb_id: null },
  images: {
    posters: pictures(film, 'poster', [2000, 3000]),
    backdrops: pictures(film, 'backdrop', [3840, 2160]),
    logos: [],
  },
  keywords: { keywords: [] },
  release_dates: { results: [] },
  translations: { translations: [] },
  videos: { results: [] },
})

const pictures = ({ id, pictures: many = 2 }: KnownFilm, kind: string, [width, height]: [number, number]) =>
  Array.from({ length: many }, (_, place) => ({
    file_path: `/${kind}-${id}-${place + 1}.png`,
    width: place % 4 === 3 ? width / 4 : width,
    height: place % 4 === 3 ? height / 4 : height,
    aspect_ratio: width / height,
    iso_639_1: LANGUAGES[place % LANGUAGES.length],
    vote_average: 6 - place / 10,
    vote_count: 40 - place,
  }))
