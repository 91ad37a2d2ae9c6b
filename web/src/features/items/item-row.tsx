import { Link } from '@tanstack/react-router'
import { KINDS, routeOf, type ItemKind } from '@/api/kinds'
import { Cover } from '@/components/items/cover'
import { SHAPES } from '@/components/items/shapes'
import { Skeleton } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { cn } from '@/lib/cn'
import { Badges, REVEALED, type ItemEntryProps } from './item-card'

export const ROW_HEIGHT = 76

export function ItemRow({ item, list, selected = false, check, menu }: ItemEntryProps) {
  return (
    <div
      data-selected={selected || undefined}
      className="group relative flex h-full items-center gap-2 rounded-lg px-2 hover:bg-sunken data-selected:bg-wash"
    >
      {check}
      <RowLink item={item} list={list} />
      {menu && <div className={REVEALED}>{menu}</div>}
    </div>
  )
}

function RowLink({ item, list }: Pick<ItemEntryProps, 'item' | 'list'>) {
  const { byline, aside, badges } = list.lookOf(item)
  return (
    <Link
      to={routeOf(list.kind)}
      params={{ id: item.id }}
      className="flex h-full min-w-0 grow items-center gap-4 rounded-lg"
    >
      <span className={cn('shrink-0', pictureOf(list.kind).row)}>
        <Cover kind={list.kind} title={item.title} url={item.cover_url} width={160} />
      </span>
      <span className="min-w-0 grow text-left">
        <span dir="auto" className="line-clamp-1 text-sm font-medium">
          {item.title}
        </span>
        <span dir="auto" className="line-clamp-1 text-sm text-soft">
          {byline}
        </span>
      </span>
      <span dir="auto" className="hidden w-1/4 shrink-0 truncate text-left text-sm text-soft md:block">
        {aside}
      </span>
      <span className="hidden w-28 shrink-0 sm:block">
        <Badges item={item} badges={badges} />
      </span>
      <TimeAgo at={item.created_at} className="hidden w-28 shrink-0 text-right text-xs text-soft lg:block" />
    </Link>
  )
}

const pictureOf = (kind: ItemKind) => SHAPES[KINDS[kind].shape]

export const ItemRowSkeleton = ({ kind }: { kind: ItemKind }) => (
  <div className="flex h-full items-center gap-4 px-2">
    <Skeleton className={cn('shrink-0', pictureOf(kind).row, pictureOf(kind).frame)} />
    <div className="grow">
      <Skeleton className="h-3.5 w-1/2" />
      <Skeleton className="mt-2 h-3 w-1/4" />
    </div>
  </div>
)
