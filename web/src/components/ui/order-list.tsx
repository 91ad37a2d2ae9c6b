import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { cn } from '@/lib/cn'
import { IconButton } from './button'

interface OrderListProps {
  label: string
  entries: { value: string; text: string }[]
  onMove: (from: number, to: number) => void
  /** Absent where entries can only be moved. */
  onRemove?: (index: number) => void
}

/** A list that is put into order by its buttons, with Alt and the arrows, or by dragging. */
export function OrderList({ label, entries, onMove, onRemove }: OrderListProps) {
  const box = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number>()
  const [told, setTold] = useState('')

  const move = (from: number, to: number, focus: 'up' | 'down') => {
    if (to < 0 || to >= entries.length || from === to) return
    onMove(from, to)
    setTold(`${entries[from]!.text}: ${to + 1} of ${entries.length}`)
    requestAnimationFrame(() => {
      const buttons = box.current?.children[to]?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? []
      const wanted = [...buttons].find((button) => button.dataset.move === focus && !button.disabled)
      ;(wanted ?? [...buttons].find((button) => !button.disabled))?.focus()
    })
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    if (event.key === 'ArrowUp') move(index, index - 1, 'up')
    else move(index, index + 1, 'down')
  }
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged !== undefined) move(dragged, to, to < dragged ? 'up' : 'down')
    setDragged(undefined)
  }

  return (
    <>
      <ol ref={box} aria-label={label} className="grid gap-1 empty:hidden">
        {entries.map(({ value, text }, index) => (
          <li
            key={value}
            draggable={entries.length > 1}
            onKeyDown={(event) => onKey(event, index)}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => onDrop(event, index)}
            className={cn(
              'flex items-center gap-2 rounded-lg bg-sunken py-0.5 pr-1 pl-3 text-sm',
              entries.length > 1 && 'cursor-grab',
              dragged === index && 'opacity-50',
            )}
          >
            <span className="w-4 shrink-0 text-xs text-soft">{index + 1}</span>
            <span className="min-w-0 grow py-1.5">{text}</span>
            <span className="flex shrink-0">
              <IconButton
                data-move="up"
                aria-label={`Move ${text} up`}
                disabled={index === 0}
                className="!size-8"
                onClick={() => move(index, index - 1, 'up')}
              >
                <ArrowUp className="!size-4" />
              </IconButton>
              <IconButton
                data-move="down"
                aria-label={`Move ${text} down`}
                disabled={index === entries.length - 1}
                className="!size-8"
                onClick={() => move(index, index + 1, 'down')}
              >
                <ArrowDown className="!size-4" />
              </IconButton>
              {onRemove && (
                <IconButton aria-label={`Remove ${text}`} className="!size-8" onClick={() => onRemove(index)}>
                  <X className="!size-4" />
                </IconButton>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  )
}

/** A list with one entry at another place. */
export const moved = <T,>(entries: T[], from: number, to: number): T[] =>
  entries.toSpliced(from, 1).toSpliced(to, 0, entries[from]!)
