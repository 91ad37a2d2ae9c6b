import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Whole } from '@/api/items'
import type { ItemKind } from '@/api/kinds'
import type { TermType } from '@/api/names'
import { fieldName } from '@/components/metadata/field-names'
import { Identifiers } from '@/components/metadata/identifiers'
import { Ratings } from '@/components/metadata/ratings'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { TimeAgo } from '@/components/ui/time-ago'
import { dayText } from '@/lib/format'
import { Fact, Facts, LINK, Terms } from './facts'

const TERMS: [field: string, type: TermType][] = [
  ['genres', 'genre'],
  ['styles', 'style'],
  ['moods', 'mood'],
  ['tags', 'tag'],
  ['studios', 'studio'],
  ['countries', 'country'],
]

interface ItemFactsProps {
  /** A book is told about otherwise: most that is said of it is said of its files. */
  item: Whole<Exclude<ItemKind, 'book'>>
  of: Marked
  libraryName: string | undefined
  /** Facts that only items of its kind have: before the terms and behind them. */
  children?: ReactNode
  after?: ReactNode
}

/** What is known of an item, a line a field. */
export function ItemFacts({ item, of, libraryName, children, after }: ItemFactsProps) {
  const mark = (field: string) => <SourceMark of={of} field={field} />
  const terms = item as unknown as Record<string, string[] | undefined>
  return (
    <Facts>
      {item.ratings.length > 0 && (
        <Fact name="Ratings" mark={mark('ratings')}>
          <Ratings values={item.ratings} />
        </Fact>
      )}
      {item.user_rating !== null && (
        <Fact name={fieldName('user_rating')} mark={mark('user_rating')}>
          {item.user_rating}
        </Fact>
      )}
      {children}
      {TERMS.map(([field, type]) => {
        const names = terms[field] ?? []
        return (
          names.length > 0 && (
            <Fact key={field} name={fieldName(field)} mark={mark(field)}>
              <Terms terms={names} libraryId={item.library_id} type={type} kind={of.kind} />
            </Fact>
          )
        )
      })}
      {after}
      {item.identifiers.length > 0 && (
        <Fact name="Identifiers" mark={mark('identifiers')}>
          <Identifiers kind={of.kind} values={item.identifiers} />
        </Fact>
      )}
      <Fact name="Library">
        <Link to="/libraries/$id" params={{ id: item.library_id }} className={LINK}>
          {libraryName ?? 'Open'}
        </Link>
      </Fact>
      <Fact name="Added">
        <TimeAgo at={item.created_at} />
      </Fact>
    </Facts>
  )
}

interface FieldFactProps {
  of: Marked
  field: string
  value: ReactNode
}

/** A field of an item, when it says something. */
export const FieldFact = ({ of, field, value }: FieldFactProps) =>
  value !== null &&
  value !== undefined &&
  value !== '' && (
    <Fact name={fieldName(field, of.kind)} mark={<SourceMark of={of} field={field} />}>
      {value}
    </Fact>
  )

/** A day; a year alone stands in the heading. */
export const DayFact = ({ value, ...rest }: Omit<FieldFactProps, 'value'> & { value: string | null }) => (
  <FieldFact {...rest} value={value && value.length > 4 ? dayText(value) : null} />
)
