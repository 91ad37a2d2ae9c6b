import { Link } from '@tanstack/react-router'
import { KINDS, kindsListed, listAddress, type ListedKind } from '@/api/kinds'
import type { NameKind } from '@/api/names'
import type { Library } from '@/api/types'
import { capital } from '@/lib/format'
import { LISTS } from './kinds'

const TAB =
  'rounded-lg px-2.5 py-1.5 text-sm font-medium text-soft hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink'

const NAMES: Record<NameKind, string> = { series: 'Series', people: 'People', terms: 'Genres & tags' }

interface LibraryTabsProps {
  library: Library
  /** The kind whose list is shown; nothing on other pages. */
  shown?: ListedKind
}

/** The ways into a library. */
export function LibraryTabs({ library: { id, type }, shown }: LibraryTabsProps) {
  const kinds = kindsListed(type)
  return (
    <nav aria-label="Library" className="flex flex-wrap gap-0.5">
      {kinds.map((kind) => (
        <Link
          key={kind}
          to="/libraries/$id"
          params={{ id }}
          search={listAddress(kind)}
          activeOptions={{ exact: true }}
          aria-current={shown === kind ? 'page' : undefined}
          className={TAB}
        >
          {capital(KINDS[kind].path)}
        </Link>
      ))}
      {LISTS[kinds[0]].names.map((names) => (
        <Link key={names} to={`/libraries/$id/${names}`} params={{ id }} className={TAB}>
          {NAMES[names]}
        </Link>
      ))}
    </nav>
  )
}
