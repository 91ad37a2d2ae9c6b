import type { Provider } from '@/api/types'

const kind = (name: string) => ({ kind: name, search: true, metadata: true, artwork: true })

/** A provider as administrators see it, switched off and without a key. */
export const sampleProvider = (change: Partial<Provider> = {}): Provider => ({
  name: 'tmdb',
  title: 'The Movie Database',
  website: 'https://www.themoviedb.org/settings/api',
  attribution: 'This product uses the TMDB API but is not endorsed or certified by TMDB.',
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
