import type { Movie, MovieListItem, Stream, VideoFile } from '@/api/types'

const AT = '2026-05-01T12:00:00Z'

const MOVIE: MovieListItem = {
  id: 8,
  library_id: 2,
  title: 'Solaris',
  original_title: 'Солярис',
  sort_title: 'Solaris',
  year: 1972,
  tagline: null,
  outline: null,
  description: null,
  release_date: '1972-03-20',
  runtime_min: 167,
  certification: 'PG',
  ratings: [{ source: 'imdb', value: 8, votes: 99_000 }],
  user_rating: null,
  genres: ['Science Fiction'],
  tags: [],
  studios: ['Mosfilm'],
  countries: ['Soviet Union'],
  people: [
    { person_id: 1, name: 'Donatas Banionis', role: 'actor', character: 'Kris Kelvin', order: 0 },
    { person_id: 2, name: 'Andrei Tarkovsky', role: 'director', character: null, order: 1 },
  ],
  collection: null,
  trailer_url: null,
  identifiers: [{ type: 'tmdb', value: '593' }],
  duration_s: 10_020.4,
  cover_url: null,
  sources: { title: 'sidecar', people: 'sidecar' },
  locks: [],
  state: 'discovered',
  missing_since: null,
  created_at: AT,
  updated_at: AT,
}

export const sampleStream = (change: Partial<Stream> = {}): Stream => ({
  index: 0,
  type: 'video',
  codec: 'h264',
  profile: null,
  width: null,
  height: null,
  frame_rate: null,
  bit_depth: null,
  hdr: null,
  channels: null,
  layout: null,
  sample_rate: null,
  bit_rate: null,
  language: null,
  title: null,
  default: false,
  forced: false,
  hearing_impaired: false,
  commentary: false,
  external_path: null,
  ...change,
})

export const sampleVideo = (change: Partial<VideoFile> = {}): VideoFile => ({
  id: 80,
  item_id: 8,
  library_id: 2,
  filepath: '/srv/movies/Solaris (1972)/Solaris (1972).mkv',
  file_type: 'mkv',
  role: 'main',
  filesize_bytes: 4_000_000_000,
  name: null,
  edition: null,
  duration_s: 10_020.4,
  streams: [sampleStream()],
  chapters: [],
  sources: {},
  locks: [],
  // The API's description does not tell that there may be none.
  error: null as unknown as VideoFile['error'],
  warnings: [],
  missing_since: null,
  created_at: AT,
  updated_at: AT,
  ...change,
})

/** A movie as its own page has it. */
export const sampleMovie = (change: Partial<Movie> = {}): Movie => ({
  ...MOVIE,
  files: [sampleVideo()],
  ...change,
})
