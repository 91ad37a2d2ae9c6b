import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Library, Search, User } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useDeferredValue, useEffect, useState } from 'react'
import { searchQuery } from '@/api/search'
import { IconButton } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { useActiveOption } from '@/components/use-active-option'
import { cn } from '@/lib/cn'
import { plural } from '@/lib/format'
import { hitsOf, type Hit } from './hits'

/** The magnifier in the top bar; Ctrl-K opens it from anywhere. */
export function SearchButton() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Tooltip text="Search (Ctrl-K)">
        <IconButton aria-label="Search" onClick={() => setOpen(true)}>
          <Search />
        </IconButton>
      </Tooltip>
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Portal>
          <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
          <Radix.Content
            aria-describedby=""
            className="fixed inset-x-3 top-[max(0.75rem,9dvh)] z-40 mx-auto flex max-h-[80dvh] max-w-xl animate-enter flex-col overflow-hidden rounded-2xl bg-raised shadow-float"
          >
            <Radix.Title className="sr-only">Search</Radix.Title>
            <Palette onClose={() => setOpen(false)} />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </>
  )
}

function Palette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const typed = useDeferredValue(text)
  const answer = useQuery(searchQuery(typed))
  const hits = typed.trim() && answer.data ? hitsOf(answer.data) : []
  const open = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    void navigate(hit.link)
  }
  const option = useActiveOption(hits.length, (index) => open(hits[index]))
  return (
    <>
      <div className="flex items-center gap-3 border-b px-4">
        <Search aria-hidden="true" className="size-4.5 shrink-0 text-soft" />
        <input
          {...option.field}
          autoFocus
          dir="auto"
          aria-label="Search"
          placeholder="Search titles, people and series"
          value={text}
          className="h-13 w-full bg-transparent text-base outline-none placeholder:text-soft"
          onChange={(event) => {
            setText(event.target.value)
            option.setActive(0)
          }}
        />
      </div>
      <div
        role="listbox"
        id={option.list}
        aria-label="Results"
        className="overflow-y-auto p-1.5 empty:hidden"
      >
        {hits.map((hit, index) => (
          <div
            key={hit.key}
            role="option"
            id={option.optionId(index)}
            aria-selected={index === option.active}
            onPointerMove={() => option.setActive(index)}
            onClick={() => open(hit)}
            className={cn(
              'flex cursor-pointer items-center gap-3 rounded-lg px-2.5 py-2',
              index === option.active && 'bg-sunken',
            )}
          >
            <HitPicture hit={hit} />
            <span dir="auto" className="min-w-0 grow text-left">
              <span className="block truncate text-sm font-medium">{hit.title}</span>
              <span className="block truncate text-xs text-soft">{hit.detail}</span>
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="border-t px-4 py-2.5 text-xs text-soft">
        {statusOf(typed.trim(), answer.isError, answer.data?.total, hits.length)}
      </p>
    </>
  )
}

function statusOf(typed: string, failed: boolean, total: number | undefined, shown: number): string {
  if (!typed) return 'Words of the title, a person, a series, or an ISBN.'
  if (failed) return 'The search could not be done. Try again.'
  if (total === undefined) return 'Searching…'
  return shown === 0 ? 'Nothing matches.' : `${plural(total, 'item')} found`
}

function HitPicture({ hit }: { hit: Hit }) {
  const Icon = hit.kind === 'person' ? User : Library
  return (
    <span className="grid h-11 w-8 shrink-0 place-items-center overflow-hidden rounded-[0.2rem] bg-sunken text-soft">
      {hit.cover ? (
        <img src={hit.cover} alt="" className="size-full object-cover" />
      ) : (
        <Icon aria-hidden="true" className="size-4" />
      )}
    </span>
  )
}
