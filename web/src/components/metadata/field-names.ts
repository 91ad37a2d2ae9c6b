import type { ItemKind } from '@/api/kinds'
import { capital } from '@/lib/format'

const NAMES: Record<string, string> = {
  sort_title: 'Sort title',
  contributors: 'Contributors',
  release_date: 'Published',
  narrators: 'Narrated by',
  url: 'Web address',
  runtime_min: 'Runtime in minutes',
  user_rating: 'Own rating',
  people: 'Cast and crew',
  trailer_url: 'Trailer',
  index_number: 'Number',
  index_number_end: 'Last number',
  end_date: 'Ended',
  album_type: 'Type',
}

/** What is called otherwise of one kind. */
const NAMES_OF: Partial<Record<ItemKind, Record<string, string>>> = {
  movie: { release_date: 'Released' },
  show: { release_date: 'First aired', end_date: 'Last aired' },
  season: { release_date: 'First aired', index_number: 'Season number' },
  episode: {
    release_date: 'Aired',
    index_number: 'Episode number',
    index_number_end: 'Last episode number',
  },
  artist: {
    title: 'Name',
    sort_title: 'Sort name',
    description: 'Biography',
    begin_date: 'Born or formed',
    end_date: 'Died or disbanded',
  },
  album: { release_date: 'Released', publisher: 'Label', people: 'Credits' },
  track: { release_date: 'Released', index_number: 'Track number', people: 'Credits' },
}

/** What a field of the field table is called on pages. */
export const fieldName = (field: string, of?: ItemKind) =>
  (of && NAMES_OF[of]?.[field]) ?? NAMES[field] ?? capital(field.replaceAll('_', ' '))

/** `cover_artist` as people say it. */
export const roleName = (role: string) => role.replaceAll('_', ' ')

const IDENTIFIERS: Record<string, string> = {
  isbn_13: 'ISBN',
  isbn_10: 'ISBN-10',
  asin: 'ASIN',
  uuid: 'UUID',
  goodreads: 'Goodreads',
  google: 'Google',
  openlibrary: 'Open Library',
  tmdb: 'TMDB',
  imdb: 'IMDb',
  tvdb: 'TVDB',
  musicbrainz_artist: 'MusicBrainz',
  musicbrainz_release: 'MusicBrainz',
  musicbrainz_release_group: 'MusicBrainz release group',
  musicbrainz_recording: 'MusicBrainz',
  musicbrainz_track: 'MusicBrainz track',
  discogs: 'Discogs',
  barcode: 'Barcode',
  catalog_number: 'Catalogue number',
  isrc: 'ISRC',
  other: 'Other',
}

const FILMS = ['tmdb', 'imdb', 'tvdb', 'other']

const OFFERED: Record<ItemKind, string[]> = {
  book: ['isbn_13', 'isbn_10', 'asin', 'uuid', 'goodreads', 'google', 'openlibrary', 'other'],
  movie: FILMS,
  show: FILMS,
  season: FILMS,
  episode: FILMS,
  artist: ['musicbrainz_artist', 'discogs', 'other'],
  album: [
    'musicbrainz_release',
    'musicbrainz_release_group',
    'barcode',
    'catalog_number',
    'discogs',
    'other',
  ],
  track: ['musicbrainz_recording', 'musicbrainz_track', 'isrc', 'other'],
}

/** The types of identifiers that are offered for a kind. */
export const identifierTypes = (of: ItemKind) => OFFERED[of]

export const identifierName = (type: string) => IDENTIFIERS[type] ?? type

const RATINGS: Record<string, string> = {
  imdb: 'IMDb',
  themoviedb: 'TMDB',
  tmdb: 'TMDB',
  thetvdb: 'TVDB',
  tvdb: 'TVDB',
  trakt: 'Trakt',
  metacritic: 'Metacritic',
  tomatometerallcritics: 'Rotten Tomatoes',
  tomatometerallaudience: 'Rotten Tomatoes audience',
}

/** Who rates. */
export const ratingName = (source: string) => RATINGS[source] ?? capital(source.replaceAll('_', ' '))
