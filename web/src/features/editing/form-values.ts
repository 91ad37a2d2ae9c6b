import { EDIT_FIELDS } from '@/api/generated/edit-fields'
import type { Edit } from '@/api/editing'
import type { Subject } from '@/api/subject'
import { fromParagraphs, toParagraphs } from './paragraphs'

/** Chapters are read from files; a form for hundreds of them helps nobody. */
export type FieldLook = Exclude<(typeof EDIT_FIELDS)[Subject['kind']][number]['type'], 'chapters'>

export interface EditField {
  name: string
  type: FieldLook
  maxLength?: number
  required: boolean
}

export interface Person {
  name: string
  role: string
  /** How the person is sorted, as long as the name stays. */
  sortName?: { of: string; is: string }
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

export type FormValue = string | string[] | Person[] | SeriesPlace[] | Identifier[]
export type FormValues = Record<string, FormValue>

/** The fields of a form. What an answer does not hold cannot be shown, so it is not asked for. */
export function fieldsOf(kind: Subject['kind'], shown: object): EditField[] {
  const fields: readonly { name: string; type: string; required: boolean }[] = EDIT_FIELDS[kind]
  return fields.filter((field): field is EditField => field.type !== 'chapters' && field.name in shown)
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
    return type === 'paragraphs' ? fromParagraphs(said) : said
  }
  const entries = value.map((entry) => bodyOf(type, entry)).filter((entry) => entry !== null)
  return entries.length > 0 ? entries : null
}

/** Only what the person changed is said by hand. */
export function changesOf(fields: EditField[], before: FormValues, now: FormValues): Edit {
  const changed = fields.filter(({ name }) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
  return Object.fromEntries(changed.map(({ name, type }) => [name, toBody(type, now[name]!)]))
}

type Raw = Record<string, unknown>
const list = (value: unknown) => (value as Raw[] | null | undefined) ?? []
const text = (value: unknown) => (value === null || value === undefined ? '' : `${value as string}`)

const personOf = ({ name, role, sort_name }: Raw): Person => ({
  name: text(name),
  role: text(role),
  sortName: sort_name ? { of: text(name), is: text(sort_name) } : undefined,
})

function bodyOf(type: FieldLook, entry: string | Person | SeriesPlace | Identifier): unknown {
  if (typeof entry === 'string') return entry.trim() || null
  if (Object.values(entry).every((part) => typeof part !== 'string' || !part.trim())) return null
  if (type === 'people') {
    const { name, role, sortName } = entry as Person
    return { name: name.trim(), role: role || null, sort_name: sortName?.of === name ? sortName.is : null }
  }
  if (type === 'series') {
    const { name, number, numberEnd, unit } = entry as SeriesPlace
    return { name: name.trim(), number: numeric(number), number_end: numeric(numberEnd), unit: unit || null }
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
