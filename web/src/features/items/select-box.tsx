import type { Listed } from '@/api/items'
import { cn } from '@/lib/cn'
import type { Selection } from './use-selection'

interface SelectBoxProps {
  item: Listed
  index: number
  selection: Selection
}

/** Selects an item: seen on hover and focus, and everywhere once anything is selected. With shift: all between. */
export function SelectBox({ item, index, selection }: SelectBoxProps) {
  const active = selection.items.length > 0
  return (
    <label
      className={cn(
        'grid size-7 shrink-0 place-items-center rounded-lg bg-raised/90 shadow-cover transition-opacity focus-within:opacity-100 group-hover:opacity-100',
        !active && 'opacity-0 pointer-coarse:hidden',
      )}
    >
      <input
        type="checkbox"
        aria-label={`Select ${item.title}`}
        checked={selection.has(item.id)}
        // The click knows of shift, the change does not.
        onChange={() => {}}
        onClick={(event) => selection.toggle(item, index, event.shiftKey)}
        className="size-4 accent-accent"
      />
    </label>
  )
}
