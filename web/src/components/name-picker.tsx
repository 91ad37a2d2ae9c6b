import { useQuery } from '@tanstack/react-query'
import { Popover } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { nameListQuery, type NameKind, type NameQuery } from '@/api/names'
import type { Name } from '@/api/types'
import { cn } from '@/lib/cn'
import { count } from '@/lib/format'
import { useActiveOption } from './use-active-option'

const SHOWN = 40

interface NamePickerProps {
  label: string
  kind: NameKind
  query: NameQuery
  trigger: ReactNode
  onPick: (name: Name) => void
}

/** A small window with a field and the names that match; the most used ones while nothing is typed. */
export function NamePicker({ trigger, ...list }: NamePickerProps) {
  const [open, setOpen] = useState(false)
  const onPick = (name: Name) => {
    setOpen(false)
    list.onPick(name)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={list.label}
          className="z-50 w-72 max-w-[calc(100vw-1rem)] animate-enter rounded-xl bg-raised p-1.5 shadow-float"
        >
          <NameOptions {...list} onPick={onPick} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The field and its list, also for dialogs. */
export function NameOptions({ label, kind, query, onPick }: Omit<NamePickerProps, 'trigger'>) {
  const [text, setText] = useState('')
  const typed = text.trim()
  const answer = useQuery(
    nameListQuery(kind, {
      ...query,
      q: typed || undefined,
      sort: typed ? undefined : '-items',
      limit: SHOWN,
    }),
  )
  const names = answer.data?.names ?? []
  const option = useActiveOption(names.length, (index) => names[index] && onPick(names[index]))
  return (
    <>
      <input
        {...option.field}
        aria-label={label}
        placeholder={label}
        value={text}
        autoFocus
        dir="auto"
        className="mb-1.5 h-9 w-full rounded-lg border border-edge bg-surface px-3 text-sm placeholder:text-soft"
        onChange={(event) => {
          setText(event.target.value)
          option.setActive(0)
        }}
      />
      <div role="listbox" id={option.list} aria-label={label} className="max-h-64 overflow-y-auto">
        {names.map((name, index) => (
          <div
            key={name.id}
            role="option"
            id={option.optionId(index)}
            aria-selected={index === option.active}
            onPointerMove={() => option.setActive(index)}
            onClick={() => onPick(name)}
            className={cn(
              'flex cursor-pointer items-baseline gap-3 rounded-lg px-2.5 py-2 text-sm select-none',
              index === option.active && 'bg-sunken',
            )}
          >
            <span dir="auto" className="min-w-0 grow truncate text-left">
              {name.name}
            </span>
            <span className="text-xs text-soft tabular-nums">{count(name.items_count)}</span>
          </div>
        ))}
      </div>
      {answer.isSuccess && names.length === 0 && (
        <p className="px-2.5 py-2 text-sm text-soft">{typed ? 'Nothing matches.' : 'There are none yet.'}</p>
      )}
    </>
  )
}
