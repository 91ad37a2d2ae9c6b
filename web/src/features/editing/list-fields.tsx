import { KINDS, type ItemKind } from '@/api/kinds'
import { identifierName, identifierTypes, roleName } from '@/components/metadata/field-names'
import { Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { EntryList } from './entry-list'
import type { Identifier, Person, Rating, SeriesPlace } from './form-values'

interface ListFieldProps<T> {
  value: T[]
  onChange: (value: T[]) => void
}

const ROLES: Record<string, string[]> = {
  authors: ['author', 'writer', 'penciller', 'inker', 'colorist', 'letterer', 'cover_artist', 'editor'],
  artists: ['artist', 'featured'],
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
  artists: 'artist',
}

/** Who makes music plays nobody. */
const MAKERS = {
  film: ['actor', 'guest_star', 'director', 'writer', 'producer', 'composer', 'editor', 'cinematographer'],
  music: [
    'composer',
    'lyricist',
    'writer',
    'conductor',
    'arranger',
    'producer',
    'engineer',
    'mixer',
    'remixer',
  ],
}

interface PeopleFieldProps extends ListFieldProps<Person> {
  of: ItemKind
  field: string
}

export function PeopleField({ of, field, value, onChange }: PeopleFieldProps) {
  const isFilm = field === 'people' && KINDS[of].access !== 'music'
  const roles = field === 'people' ? MAKERS[isFilm ? 'film' : 'music'] : (ROLES[field] ?? [])
  const blank = { name: '', role: roles[0] ?? '', ...(isFilm && { character: '' }) }
  const noun = NOUNS[field] ?? 'person'
  return (
    <EntryList noun={noun} entries={value} blank={blank} onChange={onChange}>
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
          {isFilm && person.character !== undefined && (
            <Input
              aria-label={`Character of ${noun} ${index + 1}`}
              placeholder="Character"
              value={person.character}
              dir="auto"
              className="grow basis-40"
              onChange={(event) => change({ ...person, character: event.target.value })}
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

export const RatingsField = ({ value, onChange }: ListFieldProps<Rating>) => (
  <EntryList
    noun="rating"
    entries={value}
    blank={{ source: 'imdb', value: '', votes: '' }}
    onChange={onChange}
  >
    {(rating, index, change) => {
      const part = (name: keyof Rating, label: string, className: string) => (
        <Input
          aria-label={`${label} of rating ${index + 1}`}
          placeholder={label}
          inputMode={name === 'source' ? undefined : 'decimal'}
          value={rating[name]}
          className={className}
          onChange={(event) => change({ ...rating, [name]: event.target.value })}
        />
      )
      return (
        <>
          {part('source', 'Source', 'grow basis-32')}
          {part('value', 'Rating', '!w-24')}
          {part('votes', 'Votes', '!w-28')}
        </>
      )
    }}
  </EntryList>
)

interface IdentifiersFieldProps extends ListFieldProps<Identifier> {
  of: ItemKind
}

export const IdentifiersField = ({ of, value, onChange }: IdentifiersFieldProps) => (
  <EntryList
    noun="identifier"
    entries={value}
    blank={{ type: identifierTypes(of)[0]!, value: '' }}
    onChange={onChange}
  >
    {(identifier, index, change) => (
      <>
        <Select
          aria-label={`Type of identifier ${index + 1}`}
          value={identifier.type}
          options={[...new Set([...identifierTypes(of), identifier.type])].map((type) => ({
            value: type,
            text: identifierName(type),
          }))}
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
