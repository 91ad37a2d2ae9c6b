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
}

/** What is called otherwise of one kind. */
const NAMES_OF: Partial<Record<ItemKind, Record<string, string>>> = {
  movie: { release_date: 'Released' },
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
  tmdb: 'TMDB',
  imdb: 'IMDb',
  tvdb: 'TVDB',
  other: 'Other',
}

/** The types that are offered for books, and for everything else. */
export const identifierTypes = (of: ItemKind) =>
  of === 'book'
    ? ['isbn_13', 'isbn_10', 'asin', 'uuid', 'goodreads', 'google', 'other']
    : ['tmdb', 'imdb', 'tvdb', 'other']

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
