import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react'
import { childrenQuery, itemQuery } from '@/api/items'
import { kindAround, routeOf, type ItemKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { itemSubject, type Subject } from '@/api/subject'

const LINK = 'rounded text-soft hover:text-ink'

interface ItemTrailProps {
  item: Subject
  /** A page below the item's own: then the item is a step of the way too. */
  page?: 'artwork'
}

/** The way back from an item: its library and all that it lies in; and, where things have an order, what stands beside it. */
export function ItemTrail({ item, page }: ItemTrailProps) {
  const libraries = useQuery(librariesQuery)
  const libraryName = libraries.data?.find(({ id }) => id === item.libraryId)?.name
  const parent = useAround(item)
  const grandparent = useAround(parent)
  const around = [grandparent, parent, page && item].filter((each) => each !== undefined)
  return (
    <div className="mt-4 flex min-h-6 items-start gap-3 text-sm">
      <nav aria-label="Path" className="flex min-w-0 grow flex-wrap items-center gap-x-1.5 gap-y-1">
        <Link
          to="/libraries/$id"
          params={{ id: item.libraryId }}
          className={`inline-flex items-center gap-1.5 ${LINK}`}
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          <span dir="auto">{libraryName ?? 'Library'}</span>
        </Link>
        {around.map((each) => (
          <span key={each.id} className="inline-flex max-w-full min-w-0 items-center gap-1.5">
            <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-soft" />
            <Link
              to={routeOf(each.itemKind)}
              params={{ id: each.itemId }}
              dir="auto"
              className={`max-w-72 truncate ${LINK}`}
            >
              {each.name}
            </Link>
          </span>
        ))}
      </nav>
      {parent && !page && <Beside item={item} parent={parent} />}
    </div>
  )
}

/** What an item lies in. */
function useAround(item: Subject | undefined): Subject | undefined {
  const kind = item && kindAround(item.itemKind)
  const options = itemQuery<ItemKind>(kind ?? 'show', item?.parentId ?? 0)
  const known = kind && item.parentId !== undefined
  const found = useQuery({ ...options, queryFn: known ? options.queryFn : skipToken })
  return known && found.data ? itemSubject(kind, found.data) : undefined
}

/** The one before and the one behind an item in what it lies in. */
function Beside({ item, parent }: { item: Subject; parent: Subject }) {
  const kind = kindAround(item.itemKind)!
  const held = useQuery(childrenQuery(kind, parent.itemId, item.libraryId))
  const at = held.data?.findIndex(({ id }) => id === item.itemId) ?? -1
  if (at < 0) return null
  const places = [
    { word: 'Previous', other: held.data?.[at - 1], Icon: ChevronLeft },
    { word: 'Next', other: held.data?.[at + 1], Icon: ChevronRight },
  ]
  return (
    <nav aria-label={`Other ${item.itemKind}s`} className="-my-2 flex shrink-0 gap-1">
      {places.map(
        ({ word, other, Icon }) =>
          other && (
            <Link
              key={word}
              to={routeOf(item.itemKind)}
              params={{ id: other.id }}
              aria-label={`${word} ${item.itemKind}: ${other.title}`}
              title={other.title}
              className="inline-flex h-9 items-center gap-1 rounded-lg px-2 text-soft hover:bg-sunken hover:text-ink"
            >
              {word === 'Previous' && <Icon aria-hidden="true" className="size-4" />}
              <span className="max-sm:sr-only">{word}</span>
              {word === 'Next' && <Icon aria-hidden="true" className="size-4" />}
            </Link>
          ),
      )}
    </nav>
  )
}
