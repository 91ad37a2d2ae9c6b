import { Link } from '@tanstack/react-router'
import { assetNames } from '@/components/items/asset-names'
import { cn } from '@/lib/cn'
import { count } from '@/lib/format'
import { countOf, type ArtworkGroup } from './artwork-groups'
import { useTypeInView } from './use-type-in-view'

/** The types there are, each with how many; stays in sight. */
export function TypeNav({ groups }: { groups: ArtworkGroup[] }) {
  const inView = useTypeInView(groups.map(({ type }) => type))
  return (
    <nav
      aria-label="Types of artwork"
      className="sticky top-14 z-20 -mx-3 scrollbar-none overflow-x-auto bg-canvas/95 px-3 py-2 backdrop-blur-md sm:-mx-6 sm:px-6 lg:top-20 lg:mx-0 lg:overflow-visible lg:bg-transparent lg:p-0 lg:backdrop-blur-none"
    >
      <ul className="flex gap-0.5 lg:flex-col">
        {groups.map((group) => (
          <li key={group.type} className="shrink-0">
            <Link
              to="."
              hash={group.type}
              search={true}
              replace
              // As after any link within a page, the keyboard goes on from there.
              onClick={() => document.getElementById(`${group.type}-heading`)?.focus({ preventScroll: true })}
              aria-current={inView === group.type ? 'location' : undefined}
              activeOptions={{ includeHash: true }}
              activeProps={{ 'aria-current': inView === group.type ? 'location' : undefined }}
              className={cn(
                'flex items-center justify-between gap-3 rounded-lg px-2.5 py-1.5 text-sm font-medium text-soft hover:text-ink',
                inView === group.type && 'bg-sunken text-ink',
              )}
            >
              {assetNames(group.type)} <span className="text-xs font-normal">{count(countOf(group))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
