import type { BookFilter } from '@/api/books'
import { TERM_TYPES } from '@/api/names'
import { capital, languageName } from '@/lib/format'
import { ChoiceChip, FlagChip } from './chips'
import { IdChip, NameChip } from './name-chip'

const FORMATS = ['epub', 'pdf', 'cbz', 'cbr', 'cb7', 'm4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus'].map(
  (value) => ({
    value,
    text: value.toUpperCase(),
  }),
)
const LANGUAGES = (
  'ar bg ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko la lt lv nb nl pl pt ro ru sk sl sr sv ' +
  'th tr uk vi zh'
)
  .split(' ')
  .map((value) => ({ value, text: languageName(value) }))
  .sort((a, b) => a.text.localeCompare(b.text))

interface FilterChipsProps {
  libraryId: number
  filter: BookFilter
  onFilter: (filter: BookFilter) => void
}

/** What narrows a library; each chip is a part of the address. */
export function FilterChips({ libraryId, filter, onFilter }: FilterChipsProps) {
  const set = (change: Partial<BookFilter>) => onFilter({ ...filter, ...change })
  const library = { library_id: libraryId }
  return (
    <div
      role="group"
      aria-label="Filters"
      className="-mx-3 flex scrollbar-none gap-1.5 overflow-x-auto px-3 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      <IdChip
        label="Author"
        kind="people"
        query={{ ...library, role: 'author' }}
        id={filter.person_id}
        onChange={(person_id) => set({ person_id })}
      />
      <IdChip
        label="Narrator"
        kind="people"
        query={{ ...library, role: 'narrator' }}
        id={filter.narrator_id}
        onChange={(narrator_id) => set({ narrator_id })}
      />
      <IdChip
        label="Series"
        kind="series"
        query={library}
        id={filter.series_id}
        onChange={(series_id) => set({ series_id })}
      />
      {TERM_TYPES.map((type) => (
        <NameChip
          key={type}
          label={capital(type)}
          kind="terms"
          query={{ ...library, type }}
          chosen={filter[type]}
          onPick={(term) => set({ [type]: term.name })}
          onClear={() => set({ [type]: undefined })}
        />
      ))}
      <ChoiceChip
        name="Language"
        value={filter.language}
        options={LANGUAGES}
        onChange={(language) => set({ language })}
      />
      <ChoiceChip
        name="Format"
        value={filter.format}
        options={FORMATS}
        onChange={(format) => set({ format })}
      />
      <FlagChip on={filter.has_error} onChange={(has_error) => set({ has_error })}>
        With errors
      </FlagChip>
      <FlagChip on={filter.needs_review} onChange={(needs_review) => set({ needs_review })}>
        Needs review
      </FlagChip>
      <FlagChip on={filter.missing} onChange={(missing) => set({ missing })}>
        Missing
      </FlagChip>
    </div>
  )
}
