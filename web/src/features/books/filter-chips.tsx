import { ChevronDown, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BookFilter } from '@/api/books'
import { Menu, MenuChoice, MenuOption } from '@/components/ui/menu'
import { cn } from '@/lib/cn'
import { languageName } from '@/lib/format'

const FORMATS = ['epub', 'pdf', 'cbz', 'cbr', 'cb7', 'm4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus']
const LANGUAGES = (
  'ar bg ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko la lt lv nb nl pl pt ro ru sk sl sr sv ' +
  'th tr uk vi zh'
)
  .split(' ')
  .map((value) => ({ value, text: languageName(value) }))
  .sort((a, b) => a.text.localeCompare(b.text))

const CHIP =
  'inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap transition-colors [&>svg]:size-3.5'
const OFF = 'border-edge/60 bg-surface text-soft hover:text-ink'
const ON = 'border-accent bg-wash text-accent font-medium'

interface FilterChipsProps {
  filter: BookFilter
  onFilter: (filter: BookFilter) => void
}

export function FilterChips({ filter, onFilter }: FilterChipsProps) {
  const set = (change: Partial<BookFilter>) => onFilter({ ...filter, ...change })
  return (
    <div
      role="group"
      aria-label="Filters"
      className="-mx-3 flex scrollbar-none gap-1.5 overflow-x-auto px-3 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      <ChoiceChip
        name="Format"
        value={filter.format}
        options={FORMATS.map((value) => ({ value, text: value.toUpperCase() }))}
        onChange={(format) => set({ format })}
      />
      <ChoiceChip
        name="Language"
        value={filter.language}
        options={LANGUAGES}
        onChange={(language) => set({ language })}
      />
      <FlagChip on={filter.has_error} onChange={(has_error) => set({ has_error })}>
        With errors
      </FlagChip>
      <FlagChip on={filter.missing} onChange={(missing) => set({ missing })}>
        Missing
      </FlagChip>
    </div>
  )
}

interface FlagChipProps {
  on: boolean | undefined
  onChange: (on: true | undefined) => void
  children: ReactNode
}

const FlagChip = ({ on, onChange, children }: FlagChipProps) => (
  <button
    type="button"
    aria-pressed={on ?? false}
    onClick={() => onChange(on ? undefined : true)}
    className={cn(CHIP, on ? ON : OFF)}
  >
    {children}
  </button>
)

interface ChoiceChipProps {
  name: string
  value: string | undefined
  options: { value: string; text: string }[]
  onChange: (value: string | undefined) => void
}

function ChoiceChip({ name, value, options, onChange }: ChoiceChipProps) {
  const chosen = options.find((option) => option.value === value)?.text ?? value
  if (value) {
    return (
      <button
        type="button"
        aria-label={`Remove filter ${name}: ${chosen}`}
        onClick={() => onChange(undefined)}
        className={cn(CHIP, ON)}
      >
        {chosen}
        <X aria-hidden="true" />
      </button>
    )
  }
  return (
    <Menu
      trigger={
        <button type="button" className={cn(CHIP, OFF)}>
          {name}
          <ChevronDown aria-hidden="true" />
        </button>
      }
    >
      <MenuChoice value="" onChange={onChange}>
        {options.map((option) => (
          <MenuOption key={option.value} value={option.value}>
            {option.text}
          </MenuOption>
        ))}
      </MenuChoice>
    </Menu>
  )
}
