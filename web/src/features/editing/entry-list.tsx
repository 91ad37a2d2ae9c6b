import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button, IconButton } from '@/components/ui/button'

interface EntryListProps<T> {
  /** What one entry is called: `author`. */
  noun: string
  entries: T[]
  blank: T
  /** Whether the entries have an order of their own and are not moved by hand. */
  order?: 'free' | 'kept'
  onChange: (entries: T[]) => void
  children: (entry: T, index: number, change: (entry: T) => void) => ReactNode
}

/** A list whose entries are added, removed and moved, with the mouse or with Alt and the arrows. */
export function EntryList<T>({
  noun,
  entries,
  blank,
  order = 'free',
  onChange,
  children,
}: EntryListProps<T>) {
  const box = useRef<HTMLUListElement>(null)
  const focus = (index: number) =>
    requestAnimationFrame(() => box.current?.children[index]?.querySelector('input')?.focus())

  const move = (from: number, to: number) => {
    if (order === 'kept' || to < 0 || to >= entries.length) return
    onChange(entries.toSpliced(from, 1).toSpliced(to, 0, entries[from]!))
    focus(to)
  }
  const remove = (index: number) => {
    onChange(entries.toSpliced(index, 1))
    focus(Math.max(0, index - 1))
  }
  const add = () => {
    onChange([...entries, blank])
    focus(entries.length)
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
  }

  return (
    <>
      <ul ref={box} className="grid gap-2">
        {entries.map((entry, index) => (
          <li key={index} className="flex items-start gap-1" onKeyDown={(event) => onKey(event, index)}>
            <div className="flex min-w-0 grow flex-wrap gap-2">
              {children(entry, index, (next) => onChange(entries.with(index, next)))}
            </div>
            <EntryButtons
              name={`${noun} ${index + 1}`}
              first={order === 'kept' || index === 0}
              last={order === 'kept' || index === entries.length - 1}
              onUp={() => move(index, index - 1)}
              onDown={() => move(index, index + 1)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ul>
      <Button look="plain" className="!h-8 justify-self-start !px-2 text-accent" onClick={add}>
        <Plus aria-hidden="true" /> Add {noun}
      </Button>
    </>
  )
}

interface EntryButtonsProps {
  name: string
  first: boolean
  last: boolean
  onUp: () => void
  onDown: () => void
  onRemove: () => void
}

const EntryButtons = ({ name, first, last, onUp, onDown, onRemove }: EntryButtonsProps) => (
  <div className="flex shrink-0">
    {!(first && last) && (
      <>
        <IconButton className="!w-7" aria-label={`Move ${name} up`} disabled={first} onClick={onUp}>
          <ArrowUp className="!size-4" />
        </IconButton>
        <IconButton className="!w-7" aria-label={`Move ${name} down`} disabled={last} onClick={onDown}>
          <ArrowDown className="!size-4" />
        </IconButton>
      </>
    )}
    <IconButton className="!w-7" aria-label={`Remove ${name}`} onClick={onRemove}>
      <X className="!size-4" />
    </IconButton>
  </div>
)
