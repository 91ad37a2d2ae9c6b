import { Link } from '@tanstack/react-router'
import { KINDS, kindHeld } from '@/api/kinds'
import type { NameKind } from '@/api/names'
import type { Library } from '@/api/types'
import { capital } from '@/lib/format'
import { LISTS } from './kinds'

const TAB =
  'rounded-lg px-2.5 py-1.5 text-sm font-medium text-soft hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink'

const NAMES: Record<NameKind, string> = { series: 'Series', people: 'People', terms: 'Genres & tags' }

/** The ways into a library. */
export function LibraryTabs({ library: { id, type } }: { library: Library }) {
  const kind = kindHeld(type)
  if (!kind) return null
  return (
    <nav aria-label="Library" className="flex flex-wrap gap-0.5">
      <Link
        to="/libraries/$id"
        params={{ id }}
        activeOptions={{ exact: true, includeSearch: false }}
        className={TAB}
      >
        {capital(KINDS[kind].path)}
      </Link>
      {LISTS[kind].names.map((names) => (
        <Link key={names} to={`/libraries/$id/${names}`} params={{ id }} className={TAB}>
          {NAMES[names]}
        </Link>
      ))}
    </nav>
  )
}
