import { languageName, plural } from '@/lib/format'
import { plainText } from '@/lib/plain-text'
import { identifierName, ratingName, roleName } from './field-names'

interface Entry {
  name?: string
  role?: string | null
  number?: number | null
  number_end?: number | null
  type?: string
  value?: string | number
  title?: string
  character?: string | null
  source?: string
}

/** Roles that the field's name says already. */
const PLAIN_ROLES = new Set(['author', 'narrator', 'contributor', 'actor'])

/** Any value of the field table in words; empty when it says nothing. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'chapters' && Array.isArray(value)) return chaptersText(value)
  if (Array.isArray(value)) return value.map(entryText).join(', ')
  if (typeof value !== 'string') return `${value}`
  if (field === 'language') return value && languageName(value)
  return field === 'description' || field === 'outline' ? plainText(value) : value
}

function entryText(entry: string | Entry): string {
  if (typeof entry === 'string') return entry
  const { name, role, type, value, character, source } = entry
  if (type !== undefined) return type === 'other' ? `${value}` : `${identifierName(type)} ${value}`
  if (source !== undefined) return `${ratingName(source)} ${value}`
  if (character) return `${name} (${character})`
  if (role) return PLAIN_ROLES.has(role) ? `${name}` : `${name} (${roleName(role)})`
  return numbered(entry)
}

/** `The Expanse #3`, `The Expanse #1-3`. */
export function numbered({ name, number, number_end: end }: Entry): string {
  if (number === null || number === undefined) return `${name}`
  return end === null || end === undefined || end === number
    ? `${name} #${number}`
    : `${name} #${number}-${end}`
}

const chaptersText = (chapters: Entry[]) =>
  chapters.length === 0
    ? ''
    : `${plural(chapters.length, 'chapter')}: ${chapters.map((chapter) => chapter.title).join(', ')}`
