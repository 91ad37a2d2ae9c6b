import { EDIT_FIELDS } from '@/api/generated/edit-fields'
import type { Edit } from '@/api/editing'
import type { Subject } from '@/api/subject'
import { chapterFaults, fromEntries, toEntries, type ChapterBody, type ChapterEntry } from './chapter-entries'
import { fromParagraphs, toParagraphs } from './paragraphs'

export type FieldLook = (typeof EDIT_FIELDS)[Subject['kind']][number]['type']

export interface EditField {
  name: string
  type: FieldLook
  maxLength?: number
  required: boolean
  /** Of chapters: how long the file is. */
  endMs?: number
}

export interface Person {
  name: string
  role: string
  /** How the person is sorted, as long as the name stays. */
  sortName?: { of: string; is: string }
  /** Whom somebody plays, where people play somebody. */
  character?: string
}

export interface SeriesPlace {
  name: string
  number: string
  numberEnd: string
  unit: string
}

export interface Identifier {
  type: string
  value: string
}

export interface Rating {
  source: string
  value: string
  votes: string
}

type Entry = Person | SeriesPlace | Identifier | Rating

export type FormValue =
  string | string[] | Person[] | SeriesPlace[] | Identifier[] | Rating[] | ChapterEntry[]
export type FormValues = Record<string, FormValue>

/** What the answer for a kind calls otherwise than the field table does. */
const SHOWN_AS: Partial<Record<Subject['kind'], Record<string, string>>> = {
  episode: { release_date: 'aired' },
  album: { publisher: 'label' },
}

/** What an answer says of a field; undefined when it does not tell. */
export const shownValue = (kind: Subject['kind'], shown: object, field: string) =>
  (shown as Record<string, unknown>)[SHOWN_AS[kind]?.[field] ?? field]

/**
 * The fields of a form. What an answer does not hold cannot be shown, so it is not asked for; chapters are asked for where
 * they have times.
 */
export function fieldsOf(kind: Subject['kind'], shown: object): EditField[] {
  const fields: readonly EditField[] = EDIT_FIELDS[kind]
  const { duration_s: seconds } = shown as { duration_s?: number | null }
  const endMs = seconds ? Math.ceil(seconds) * 1000 : undefined
  return fields
    .filter(
      ({ name, type }) =>
        shownValue(kind, shown, name) !== undefined && (type !== 'chapters' || endMs !== undefined),
    )
    .map((field) => (field.type === 'chapters' ? { ...field, endMs } : field))
}

/** What the form holds for a value of the API. */
export function toForm(type: FieldLook, value: unknown): FormValue {
  switch (type) {
    case 'names':
      return (value as string[] | null) ?? []
    case 'people':
      return list(value).map(personOf)
    case 'series':
      return list(value).map((entry) => ({
        name: text(entry.name),
        number: text(entry.number),
        numberEnd: text(entry.number_end),
        unit: text(entry.unit),
      }))
    case 'identifiers':
      return list(value).map((entry) => ({ type: text(entry.type), value: text(entry.value) }))
    case 'ratings':
      return list(value).map((entry) => ({
        source: text(entry.source),
        value: text(entry.value),
        votes: text(entry.votes),
      }))
    case 'chapters':
      return toEntries((value as ChapterBody[] | null) ?? [])
    case 'paragraphs':
      return toParagraphs(text(value))
    default:
      return text(value)
  }
}

/** What is sent for what the form holds; nothing is null. */
export function toBody(type: FieldLook, value: FormValue): unknown {
  if (typeof value === 'string') {
    const said = value.trim()
    if (!said) return null
    if (type === 'number') return numeric(said)
    return type === 'paragraphs' ? fromParagraphs(said) : said
  }
  if (type === 'chapters') return orNull(fromEntries(value as ChapterEntry[]))
  const entries = (value as Exclude<typeof value, ChapterEntry[]>)
    .map((entry) => bodyOf(type, entry))
    .filter((entry) => entry !== null)
  return orNull(entries)
}

/** What the form itself finds wrong with what was changed, by field. */
export function faultsOf(fields: EditField[], changes: Edit, now: FormValues): Record<string, string[]> {
  const faults = fields
    .filter(({ name, endMs }) => endMs !== undefined && name in changes)
    .map(({ name, endMs }) => [name, chapterFaults(now[name] as ChapterEntry[], endMs!)] as const)
  return Object.fromEntries(faults.filter(([, texts]) => texts.length > 0))
}

/** Only what the person changed is said by hand. */
export function changesOf(fields: EditField[], before: FormValues, now: FormValues): Edit {
  const changed = fields.filter(({ name }) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
  return Object.fromEntries(changed.map(({ name, type }) => [name, toBody(type, now[name]!)]))
}

const orNull = <T>(entries: T[]) => (entries.length > 0 ? entries : null)

type Raw = Record<string, unknown>
const list = (value: unknown) => (value as Raw[] | null | undefined) ?? []
const text = (value: unknown) => (value === null || value === undefined ? '' : `${value as string}`)

const personOf = ({ name, role, sort_name, character }: Raw): Person => ({
  name: text(name),
  role: text(role),
  sortName: sort_name ? { of: text(name), is: text(sort_name) } : undefined,
  ...(character !== undefined && { character: text(character) }),
})

function bodyOf(type: FieldLook, entry: string | Entry): unknown {
  if (typeof entry === 'string') return entry.trim() || null
  if (Object.values(entry).every((part) => typeof part !== 'string' || !part.trim())) return null
  if (type === 'people') {
    const { name, role, sortName, character } = entry as Person
    return {
      name: name.trim(),
      role: role || null,
      sort_name: sortName?.of === name ? sortName.is : null,
      ...(character !== undefined && { character: character.trim() || null }),
    }
  }
  if (type === 'series') {
    const { name, number, numberEnd, unit } = entry as SeriesPlace
    return { name: name.trim(), number: numeric(number), number_end: numeric(numberEnd), unit: unit || null }
  }
  if (type === 'ratings') {
    const { source, value, votes } = entry as Rating
    return { source: source.trim(), value: numeric(value), votes: numeric(votes) }
  }
  const { type: kind, value } = entry as Identifier
  return value.trim() ? { type: kind, value: value.trim() } : null
}

/** A number, or what was typed, so that the server's word for what is wrong with it is shown. */
function numeric(typed: string): number | string | null {
  const trimmed = typed.trim().replace(',', '.')
  if (!trimmed) return null
  return Number.isFinite(Number(trimmed)) ? Number(trimmed) : typed
}
