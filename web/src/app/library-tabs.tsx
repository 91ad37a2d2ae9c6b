import { Link } from '@tanstack/react-router'

const TAB =
  'rounded-lg px-2.5 py-1.5 text-sm font-medium text-soft hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink'

/** The ways into a library. */
export const LibraryTabs = ({ id }: { id: number }) => (
  <nav aria-label="Library" className="flex flex-wrap gap-0.5">
    <Link
      to="/libraries/$id"
      params={{ id }}
      activeOptions={{ exact: true, includeSearch: false }}
      className={TAB}
    >
      Books
    </Link>
    <Link to="/libraries/$id/series" params={{ id }} className={TAB}>
      Series
    </Link>
    <Link to="/libraries/$id/people" params={{ id }} className={TAB}>
      People
    </Link>
    <Link to="/libraries/$id/terms" params={{ id }} className={TAB}>
      Genres & tags
    </Link>
  </nav>
)
