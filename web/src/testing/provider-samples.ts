import type { Match, Provider } from '@/api/types'

const kind = (name: string, ...fields: string[]) => ({
  kind: name,
  search: true,
  metadata: true,
  artwork: true,
  fields,
})

/** A provider as administrators see it, switched off and without a key. */
export const sampleProvider = (change: Partial<Provider> = {}): Provider => ({
  name: 'tmdb',
  title: 'The Movie Database',
  website: 'https://www.themoviedb.org/settings/api',
  attribution: 'This product uses the TMDB API but is not endorsed or certified by TMDB.',
  rank: 10,
  key: 'required',
  has_key: false,
  enabled: false,
  address: 'https://api.themoviedb.org/3/',
  default_address: 'https://api.themoviedb.org/3/',
  limit: { requests: 20, seconds: 1 },
  default_limit: { requests: 20, seconds: 1 },
  kinds: [kind('movie'), kind('show'), { ...kind('season'), artwork: false }],
  state: { status: 'off', message: null, since: null, until: null },
  ...change,
})

/** One that may be meant, with a score for its title alone. */
export const sampleMatch = (change: Partial<Match> = {}): Match => ({
  type: 'tmdb',
  value: '11',
  title: 'The Silent River',
  year: 1999,
  people: ['Ada Müller'],
  description: 'A ferryman comes back.',
  picture: null,
  page: 'https://www.themoviedb.org/movie/11',
  score: 75,
  parts: [
    { what: 'title', points: 60, of: 60, offered: 'The Silent River' },
    { what: 'year', points: -20, of: 20, offered: '1999' },
  ],
  ...change,
})
