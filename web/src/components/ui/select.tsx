import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  'aria-label': string
  options: { value: string; text: string }[]
  onChange: (value: string) => void
}

/** The platform's own select: keyboard, screen reader and phone wheel come with it. */
export function Select({ options, onChange, className, ...rest }: SelectProps) {
  return (
    <span className={cn('relative inline-flex', className)}>
      <select
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content h-9 w-full appearance-none rounded-lg border border-edge/60 bg-surface pr-8 pl-3 text-sm text-ink hover:bg-sunken"
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-soft"
      />
    </span>
  )
}
