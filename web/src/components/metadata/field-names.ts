import { capital } from '@/lib/format'

const NAMES: Record<string, string> = {
  sort_title: 'Sort title',
  contributors: 'Contributors',
  release_date: 'Published',
  narrators: 'Narrated by',
  url: 'Web address',
}

/** What a field of the field table is called on pages. */
export const fieldName = (field: string) => NAMES[field] ?? capital(field.replaceAll('_', ' '))

/** `cover_artist` as people say it. */
export const roleName = (role: string) => role.replaceAll('_', ' ')

const IDENTIFIERS: Record<string, string> = {
  isbn_13: 'ISBN',
  isbn_10: 'ISBN-10',
  asin: 'ASIN',
  uuid: 'UUID',
  goodreads: 'Goodreads',
  google: 'Google',
  other: 'Other',
}

export const IDENTIFIER_TYPES = Object.keys(IDENTIFIERS)

export const identifierName = (type: string) => IDENTIFIERS[type] ?? type
