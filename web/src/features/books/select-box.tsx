import type { BookListItem } from '@/api/types'
import { cn } from '@/lib/cn'
import type { Selection } from './use-selection'

interface SelectBoxProps {
  book: BookListItem
  index: number
  selection: Selection
}

/** Selects a book: seen on hover and focus, and everywhere once anything is selected. With shift: all between. */
export function SelectBox({ book, index, selection }: SelectBoxProps) {
  const active = selection.books.length > 0
  return (
    <label
      className={cn(
        'grid size-7 shrink-0 place-items-center rounded-lg bg-raised/90 shadow-cover transition-opacity focus-within:opacity-100 group-hover:opacity-100',
        !active && 'opacity-0 pointer-coarse:hidden',
      )}
    >
      <input
        type="checkbox"
        aria-label={`Select ${book.title}`}
        checked={selection.has(book.id)}
        // The click knows of shift, the change does not.
        onChange={() => {}}
        onClick={(event) => selection.toggle(book, index, event.shiftKey)}
        className="size-4 accent-accent"
      />
    </label>
  )
}
