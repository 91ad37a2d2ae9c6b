import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { nameQuery, type NameKind, type NameQuery } from '@/api/names'
import type { Name } from '@/api/types'
import { NamePicker } from '@/components/name-picker'
import { CHIP, ChosenChip, OFF } from './chips'

interface NameChipProps {
  label: string
  kind: NameKind
  query: NameQuery
  /** What the chosen one is called. */
  chosen: string | undefined
  onPick: (name: Name) => void
  onClear: () => void
}

/** A chip that narrows a list to one person, series or term. */
export function NameChip({ label, kind, query, chosen, onPick, onClear }: NameChipProps) {
  if (chosen !== undefined) return <ChosenChip name={label} text={chosen} onRemove={onClear} />
  return (
    <NamePicker
      label={`Find ${label.toLowerCase()}`}
      kind={kind}
      query={query}
      onPick={onPick}
      trigger={
        <button type="button" className={`${CHIP} ${OFF}`}>
          {label}
          <ChevronDown aria-hidden="true" />
        </button>
      }
    />
  )
}

interface IdChipProps extends Omit<NameChipProps, 'chosen' | 'onPick' | 'onClear'> {
  id: number | undefined
  onChange: (id: number | undefined) => void
}

/** The same for a filter that the address holds as an id. */
export function IdChip({ id, onChange, ...chip }: IdChipProps) {
  const known = useQuery({ ...nameQuery(chip.kind, id ?? 0), enabled: id !== undefined })
  const chosen = id === undefined ? undefined : (known.data?.name ?? '…')
  return (
    <NameChip
      {...chip}
      chosen={chosen}
      onPick={(name) => onChange(name.id)}
      onClear={() => onChange(undefined)}
    />
  )
}
