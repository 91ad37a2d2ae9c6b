import { Link } from '@tanstack/react-router'
import { coverAt } from '@/api/items'
import type { NameKind } from '@/api/names'
import type { Name } from '@/api/types'
import { plural } from '@/lib/format'

interface NameGridProps {
  kind: NameKind
  names: Name[]
  /** What is counted. */
  item: string
}

/** People, series or terms side by side, each with how many items carry it. */
export const NameGrid = ({ kind, names, item }: NameGridProps) => (
  <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] gap-x-4 gap-y-1">
    {names.map((name) => (
      <li key={name.id}>
        <Link
          to={`/${kind}/$id`}
          params={{ id: name.id }}
          className="group flex items-center gap-3 rounded-lg p-2 hover:bg-sunken"
        >
          {kind === 'people' && <Initials name={name.name} />}
          {kind === 'series' && <Spine name={name} />}
          <span className="min-w-0 grow">
            <span
              dir="auto"
              className="line-clamp-2 text-left text-sm font-medium break-words group-hover:text-accent"
            >
              {name.name}
            </span>
            <span className="mt-0.5 block text-xs text-soft">{plural(name.items_count, item)}</span>
          </span>
        </Link>
      </li>
    ))}
  </ul>
)

const Initials = ({ name }: { name: string }) => (
  <span
    aria-hidden="true"
    className="grid size-10 shrink-0 place-items-center rounded-full bg-sunken font-serif text-sm font-semibold text-soft group-hover:bg-surface"
  >
    {initialsOf(name)}
  </span>
)

/** The first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1)
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}

const Spine = ({ name }: { name: Name }) => (
  <span className="h-14 w-10 shrink-0 overflow-hidden rounded-[0.25rem] bg-sunken shadow-cover">
    {name.cover_url && (
      <img src={coverAt(name.cover_url, 160)} alt="" loading="lazy" className="size-full object-cover" />
    )}
  </span>
)
