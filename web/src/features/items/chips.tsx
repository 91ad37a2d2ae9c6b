import { ChevronDown, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu, MenuChoice, MenuOption } from '@/components/ui/menu'
import { cn } from '@/lib/cn'

export const CHIP =
  'inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap transition-colors [&>svg]:size-3.5'
export const OFF = 'border-edge/60 bg-surface text-soft hover:text-ink'
const ON = 'border-accent bg-wash text-accent font-medium'

interface FlagChipProps {
  on: boolean | undefined
  onChange: (on: true | undefined) => void
  children: ReactNode
}

export const FlagChip = ({ on, onChange, children }: FlagChipProps) => (
  <button
    type="button"
    aria-pressed={on ?? false}
    onClick={() => onChange(on ? undefined : true)}
    className={cn(CHIP, on ? ON : OFF)}
  >
    {children}
  </button>
)

interface ChosenChipProps {
  name: string
  text: string
  onRemove: () => void
}

export const ChosenChip = ({ name, text, onRemove }: ChosenChipProps) => (
  <button
    type="button"
    aria-label={`Remove filter ${name}: ${text}`}
    onClick={onRemove}
    className={cn(CHIP, ON)}
  >
    <span dir="auto" className="max-w-48 truncate">
      {text}
    </span>
    <X aria-hidden="true" />
  </button>
)

interface ChoiceChipProps {
  name: string
  value: string | undefined
  options: { value: string; text: string }[]
  onChange: (value: string | undefined) => void
}

export function ChoiceChip({ name, value, options, onChange }: ChoiceChipProps) {
  const chosen = options.find((option) => option.value === value)?.text ?? value
  if (chosen) return <ChosenChip name={name} text={chosen} onRemove={() => onChange(undefined)} />
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
