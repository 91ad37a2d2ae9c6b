import type { ItemFilter, Listed } from '@/api/items'
import type { ItemKind, ListedKind } from '@/api/kinds'
import type { NameKind, TermType } from '@/api/names'

interface Option {
  value: string
  text: string
}

/** Names of the filters whose value is of a type. */
type FiltersOf<T> = {
  [F in keyof ItemFilter]-?: [T, NonNullable<ItemFilter[F]>] extends [NonNullable<ItemFilter[F]>, T]
    ? F
    : never
}[keyof ItemFilter]

/** A chip that narrows a list, as data. */
export type Chip =
  | { look: 'name'; filter: FiltersOf<number>; label: string; names: NameKind; role?: string }
  | { look: 'term'; filter: TermType }
  | { look: 'choice'; filter: FiltersOf<string>; label: string; options: Option[] }
  | { look: 'flag'; filter: FiltersOf<boolean>; label: string }

/** What a card and a row say of an item below its title. */
export interface ItemLook {
  byline: string
  /** Of a row only. */
  aside: string
  badges: string[]
}

/** How the items of a kind look where several of them stand together. */
export interface ItemLooks {
  kind: ItemKind
  lookOf(item: Listed): ItemLook
}

/** How the items of a kind are listed. */
export interface ListKind extends ItemLooks {
  kind: ListedKind
  /** The first is the one that needs no word in the address. */
  sorts: [Option, ...Option[]]
  chips: Chip[]
  /** The lists of names that lead into a library of such items. */
  names: NameKind[]
}

/** What can be wrong with an item of any kind. */
export const STATE_CHIPS: Chip[] = [
  { look: 'flag', filter: 'has_error', label: 'With errors' },
  { look: 'flag', filter: 'needs_review', label: 'Needs review' },
  { look: 'flag', filter: 'missing', label: 'Missing' },
]

/** The same of what holds others: errors are told of those that have files. */
export const HOLDER_CHIPS = STATE_CHIPS.filter(({ filter }) => filter !== 'has_error')

/** Orders that every kind has; what comes out at a time is called otherwise from kind to kind. */
export const commonSorts = (released: string): [Option, ...Option[]] => [
  { value: 'title', text: 'Title' },
  { value: '-title', text: 'Title, Z to A' },
  { value: '-release_date', text: `${released}, newest first` },
  { value: 'release_date', text: `${released}, oldest first` },
  { value: '-added', text: 'Added, newest first' },
  { value: 'added', text: 'Added, oldest first' },
  { value: '-updated', text: 'Changed, newest first' },
]

/** The types of terms that items of a kind carry. */
export const termTypesOf = ({ chips }: ListKind): TermType[] =>
  chips.filter((chip) => chip.look === 'term').map((chip) => chip.filter)

/** The part of an address that a list of this kind understands. */
export function filterOf({ chips }: ListKind, filter: ItemFilter): ItemFilter {
  const known = new Set<string>(['sort', ...chips.map((chip) => chip.filter)])
  return Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => known.has(name) && value !== undefined),
  )
}
