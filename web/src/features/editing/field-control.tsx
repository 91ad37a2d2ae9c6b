import type { ReactNode } from 'react'
import type { ItemKind } from '@/api/kinds'
import { fieldName } from '@/components/metadata/field-names'
import { FieldGroup, TextArea, TextField } from '@/components/ui/field'
import type { ChapterEntry } from './chapter-entries'
import { ChaptersField } from './chapters-field'
import type { EditField, FormValue, Identifier, Person, Rating, SeriesPlace } from './form-values'
import { IdentifiersField, PeopleField, RatingsField, SeriesField } from './list-fields'
import { LockToggle } from './lock-toggle'
import { NamesField } from './names-field'

interface FieldControlProps {
  field: EditField
  /** What has the field. */
  of: ItemKind
  value: FormValue
  error: string | undefined
  onChange: (value: FormValue) => void
  locked?: boolean
  onTurnLock?: () => void
}

const HINTS: Record<string, string> = {
  release_date: 'A year, a month or a day: 2009, 2009-05 or 2009-05-01.',
  language: 'A language tag such as en or pt-BR.',
  sort_title: 'Left as it is, it follows the title.',
  chapters: 'They are saved in order of the times they start at.',
  user_rating: 'From 0 to 10.',
  description: 'Simple mark-up such as <em> is kept.',
}

/** The input of a field, by its type in the field table. */
export function FieldControl({ field, of, value, error, onChange, locked, onTurnLock }: FieldControlProps) {
  const label = fieldName(field.name, of)
  const frame = {
    label,
    error,
    hint: HINTS[field.name],
    aside: onTurnLock && <LockToggle label={label} locked={locked ?? false} onTurn={onTurnLock} />,
  }
  const group = (control: ReactNode) => <FieldGroup {...frame}>{control}</FieldGroup>
  switch (field.type) {
    case 'names':
      return group(<NamesField label={label} value={value as string[]} onChange={onChange} />)
    case 'people':
      return group(<PeopleField of={of} field={field.name} value={value as Person[]} onChange={onChange} />)
    case 'series':
      return group(<SeriesField value={value as SeriesPlace[]} onChange={onChange} />)
    case 'identifiers':
      return group(<IdentifiersField of={of} value={value as Identifier[]} onChange={onChange} />)
    case 'ratings':
      return group(<RatingsField value={value as Rating[]} onChange={onChange} />)
    case 'chapters':
      return group(
        <ChaptersField
          value={value as ChapterEntry[]}
          endMs={field.endMs!}
          marks={error !== undefined}
          onChange={onChange}
        />,
      )
    case 'paragraphs':
      return (
        <TextArea
          {...frame}
          dir="auto"
          value={value as string}
          maxLength={field.maxLength}
          className="min-h-40 !font-sans"
          onChange={(event) => onChange(event.target.value)}
        />
      )
    default:
      return (
        <TextField
          {...frame}
          dir="auto"
          value={value as string}
          maxLength={field.maxLength}
          required={field.required}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}
