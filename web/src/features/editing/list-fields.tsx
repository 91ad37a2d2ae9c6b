import { IDENTIFIER_TYPES, identifierName, roleName } from '@/components/metadata/field-names'
import { Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { EntryList } from './entry-list'
import type { Identifier, Person, SeriesPlace } from './form-values'

interface ListFieldProps<T> {
  value: T[]
  onChange: (value: T[]) => void
}

const ROLES: Record<string, string[]> = {
  authors: ['author', 'writer', 'penciller', 'inker', 'colorist', 'letterer', 'cover_artist', 'editor'],
  contributors: [
    'contributor',
    'translator',
    'illustrator',
    'editor',
    'narrator',
    'introduction',
    'foreword',
  ],
}

const NOUNS: Record<string, string> = {
  authors: 'author',
  contributors: 'contributor',
  narrators: 'narrator',
}

export function PeopleField({ field, value, onChange }: ListFieldProps<Person> & { field: string }) {
  const roles = ROLES[field] ?? []
  const noun = NOUNS[field] ?? 'person'
  return (
    <EntryList noun={noun} entries={value} blank={{ name: '', role: roles[0] ?? '' }} onChange={onChange}>
      {(person, index, change) => (
        <>
          <Input
            aria-label={`Name of ${noun} ${index + 1}`}
            value={person.name}
            dir="auto"
            className="grow basis-40"
            onChange={(event) => change({ ...person, name: event.target.value })}
          />
          {roles.length > 0 && (
            <Select
              aria-label={`Role of ${noun} ${index + 1}`}
              value={person.role}
              options={[...new Set([...roles, person.role])].map((role) => ({
                value: role,
                text: roleName(role),
              }))}
              onChange={(role) => change({ ...person, role })}
            />
          )}
        </>
      )}
    </EntryList>
  )
}

const UNITS = [
  { value: '', text: 'No unit' },
  { value: 'volume', text: 'Volume' },
  { value: 'chapter', text: 'Chapter' },
]

export const SeriesField = ({ value, onChange }: ListFieldProps<SeriesPlace>) => (
  <EntryList
    noun="series"
    entries={value}
    blank={{ name: '', number: '', numberEnd: '', unit: '' }}
    onChange={onChange}
  >
    {(series, index, change) => {
      const part = (name: 'number' | 'numberEnd', label: string) => (
        <Input
          aria-label={`${label} in series ${index + 1}`}
          placeholder={label}
          inputMode="decimal"
          value={series[name]}
          className="!w-20"
          onChange={(event) => change({ ...series, [name]: event.target.value })}
        />
      )
      return (
        <>
          <Input
            aria-label={`Name of series ${index + 1}`}
            value={series.name}
            dir="auto"
            className="grow basis-full sm:basis-40"
            onChange={(event) => change({ ...series, name: event.target.value })}
          />
          {part('number', 'Number')}
          {part('numberEnd', 'To')}
          <Select
            aria-label={`Unit of series ${index + 1}`}
            value={series.unit}
            options={UNITS}
            onChange={(unit) => change({ ...series, unit })}
          />
        </>
      )
    }}
  </EntryList>
)

export const IdentifiersField = ({ value, onChange }: ListFieldProps<Identifier>) => (
  <EntryList noun="identifier" entries={value} blank={{ type: 'isbn_13', value: '' }} onChange={onChange}>
    {(identifier, index, change) => (
      <>
        <Select
          aria-label={`Type of identifier ${index + 1}`}
          value={identifier.type}
          options={IDENTIFIER_TYPES.map((type) => ({ value: type, text: identifierName(type) }))}
          onChange={(type) => change({ ...identifier, type })}
        />
        <Input
          aria-label={`Value of identifier ${index + 1}`}
          value={identifier.value}
          className="grow basis-40 font-mono"
          onChange={(event) => change({ ...identifier, value: event.target.value })}
        />
      </>
    )}
  </EntryList>
)
