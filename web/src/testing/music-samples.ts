import type { TrackListItem } from '@/api/types'

const AT = '2026-05-01T12:00:00Z'

/** Somebody who performs; guests are told so. */
export const sampleCredit = (name: string, role = 'artist'): TrackListItem['artists'][number] => ({
  person_id: name.length,
  name,
  sort_name: name,
  role,
})

/** A track as lists have it. */
export const sampleTrack = (change: Partial<TrackListItem> = {}): TrackListItem => ({
  id: 70,
  library_id: 4,
  title: 'So What',
  sort_title: 'So What',
  year: 1959,
  description: null,
  release_date: '1959',
  ratings: [],
  user_rating: null,
  genres: [],
  tags: [],
  people: [],
  identifiers: [],
  album_id: 60,
  album: 'Kind of Blue',
  artist_id: 50,
  artists: [sampleCredit('Miles Davis')],
  disc: 1,
  index_number: 1,
  duration_s: 562,
  cover_url: null,
  sources: {},
  locks: [],
  state: 'discovered',
  missing_since: null,
  created_at: AT,
  updated_at: AT,
  ...change,
})
