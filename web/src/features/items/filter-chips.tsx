import type { ItemFilter } from '@/api/items'
import type { Chip, ListKind } from '@/components/items/list-kind'
import { capital } from '@/lib/format'
import { ChoiceChip, FlagChip } from './chips'
import { IdChip, NameChip } from './name-chip'

interface FilterChipsProps {
  list: ListKind
  libraryId: number
  filter: ItemFilter
  onFilter: (filter: ItemFilter) => void
}

/** What narrows a library; each chip is a part of the address. */
export const FilterChips = ({ list, ...rest }: FilterChipsProps) => (
  <div
    role="group"
    aria-label="Filters"
    className="-mx-3 flex scrollbar-none gap-1.5 overflow-x-auto px-3 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
  >
    {list.chips.map((chip) => (
      <FilterChip key={chip.filter} chip={chip} {...rest} />
    ))}
  </div>
)

interface FilterChipProps extends Omit<FilterChipsProps, 'list'> {
  chip: Chip
}

function FilterChip({ chip, libraryId, filter, onFilter }: FilterChipProps) {
  const set = (value: unknown) => onFilter({ ...filter, [chip.filter]: value })
  switch (chip.look) {
    case 'name':
      return (
        <IdChip
          label={chip.label}
          kind={chip.names}
          query={{ library_id: libraryId, role: chip.role }}
          id={filter[chip.filter]}
          onChange={set}
        />
      )
    case 'term':
      return (
        <NameChip
          label={capital(chip.filter)}
          kind="terms"
          query={{ library_id: libraryId, type: chip.filter }}
          chosen={filter[chip.filter]}
          onPick={(term) => set(term.name)}
          onClear={() => set(undefined)}
        />
      )
    case 'choice':
      return (
        <ChoiceChip name={chip.label} value={filter[chip.filter]} options={chip.options} onChange={set} />
      )
    case 'flag':
      return (
        <FlagChip on={filter[chip.filter]} onChange={set}>
          {chip.label}
        </FlagChip>
      )
  }
}
