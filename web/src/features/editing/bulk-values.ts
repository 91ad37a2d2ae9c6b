import type { ItemKind } from '@/api/kinds'
import type { BulkEdit } from '@/api/types'
import { EDIT_FIELDS } from '@/api/generated/edit-fields'
import { toBody, type EditField, type FormValue } from './form-values'

export type BulkMode = 'keep' | 'set' | 'add' | 'remove' | 'clear'

export interface BulkField {
  mode: BulkMode
  value: FormValue
  lock: boolean
}

export const UNTOUCHED: BulkField = { mode: 'keep', value: [], lock: false }

/** What many items can say alike. A title is each one's own. */
const ALIKE = new Set([
  'authors',
  'contributors',
  'artists',
  'styles',
  'moods',
  'series',
  'people',
  'studios',
  'countries',
  'genres',
  'tags',
  'description',
])

export const bulkFields = (kind: ItemKind): EditField[] =>
  EDIT_FIELDS[kind].filter((field) => ALIKE.has(field.name)).map((field): EditField => ({ ...field }))

export const modesOf = ({ type }: EditField): { value: BulkMode; text: string }[] => [
  { value: 'keep', text: 'Leave as it is' },
  ...(type === 'paragraphs'
    ? []
    : ([
        { value: 'add', text: 'Add' },
        { value: 'remove', text: 'Remove' },
      ] as const)),
  { value: 'set', text: 'Replace with' },
  { value: 'clear', text: 'Clear' },
]

/** One edit for all; null when nothing is to be changed. */
export function bulkEdit(
  kind: ItemKind,
  itemIds: number[],
  fields: Record<string, BulkField>,
): BulkEdit | null {
  const parts: Record<'set' | 'add' | 'remove', Record<string, unknown>> = { set: {}, add: {}, remove: {} }
  const lock: string[] = []
  for (const field of bulkFields(kind)) {
    const { mode, value, lock: locks } = fields[field.name] ?? UNTOUCHED
    if (locks) lock.push(field.name)
    if (mode === 'clear') parts.set[field.name] = null
    const body = toBody(field.type, value)
    if (mode !== 'keep' && mode !== 'clear' && body !== null) parts[mode][field.name] = body
  }
  const said = Object.entries(parts).filter(([, values]) => Object.keys(values).length > 0)
  if (said.length === 0 && lock.length === 0) return null
  return { item_ids: itemIds, ...Object.fromEntries(said), ...(lock.length > 0 && { lock }) }
}
