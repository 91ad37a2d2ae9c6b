import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Listed } from '@/api/items'
import { KINDS, routeOf, type ItemKind } from '@/api/kinds'
import { Cover } from '@/components/items/cover'
import type { ItemLooks } from '@/components/items/list-kind'
import { SHAPES } from '@/components/items/shapes'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/feedback'
import { cn } from '@/lib/cn'
import { CAPTION_HEIGHT } from './grid-windows'

export interface ItemEntryProps {
  item: Listed
  list: ItemLooks
  selected?: boolean
  /** The box that selects it. */
  check?: ReactNode
  menu?: ReactNode
}

export function ItemCard({ item, list, selected = false, check, menu }: ItemEntryProps) {
  const { byline, badges } = list.lookOf(item)
  return (
    <div
      className="group relative"
      data-missing={item.missing_since !== null || undefined}
      data-selected={selected || undefined}
    >
      <Link to={routeOf(list.kind)} params={{ id: item.id }} className="block rounded-md outline-offset-4">
        <Cover
          kind={list.kind}
          title={item.title}
          author={byline}
          url={item.cover_url}
          width={320}
          className="transition-shadow duration-200 group-hover:shadow-lift group-data-missing:opacity-55 group-data-selected:outline-3 group-data-selected:outline-offset-2 group-data-selected:outline-accent"
        />
        <span dir="auto" className="block overflow-hidden pt-2" style={{ height: CAPTION_HEIGHT }}>
          <span className="line-clamp-2 text-[0.8125rem] leading-[1.3] font-medium group-hover:text-accent sm:text-sm sm:leading-[1.3]">
            {item.title}
          </span>
          <span className="mt-0.5 line-clamp-1 text-xs leading-[1.35] text-soft">
            <bdi>{byline || ' '}</bdi>
          </span>
          <span className="mt-1 block">
            <Badges item={item} badges={badges} />
          </span>
        </span>
      </Link>
      {check && <div className="absolute top-1.5 left-1.5">{check}</div>}
      {menu && <div className={cn('absolute top-1 right-1', REVEALED)}>{menu}</div>}
    </div>
  )
}

/** Shown on hover and on keyboard focus, while its menu is open, and where nothing can hover. */
export const REVEALED =
  'opacity-0 transition-opacity group-hover:opacity-100 focus-within:opacity-100 has-data-[state=open]:opacity-100 has-data-busy:opacity-100 pointer-coarse:opacity-100'

export const Badges = ({ item, badges }: { item: Listed; badges: string[] }) => (
  <span className="flex h-5 flex-wrap gap-x-1 gap-y-2 overflow-hidden">
    {item.missing_since && <Badge tone="warn">Missing</Badge>}
    {badges.map((text) => (
      <Badge key={text} className="!text-[0.6875rem]">
        <bdi>{text}</bdi>
      </Badge>
    ))}
  </span>
)

export const ItemCardSkeleton = ({ kind }: { kind: ItemKind }) => (
  <div>
    <Skeleton className={cn('w-full rounded-[0.3rem]', SHAPES[KINDS[kind].shape].frame)} />
    <div className="pt-2" style={{ height: CAPTION_HEIGHT }}>
      <Skeleton className="mt-1 h-3.5 w-11/12" />
      <Skeleton className="mt-2 h-3 w-3/5" />
    </div>
  </div>
)
