import { useState } from 'react'
import { coverAt } from '@/api/items'
import { KINDS, type ItemKind } from '@/api/kinds'
import { cn } from '@/lib/cn'
import { PrintedCover } from './printed-cover'

interface CoverProps {
  kind: ItemKind
  title: string
  author?: string
  url: string | null
  width: number
  className?: string
  /** The one picture a page is about loads first. */
  first?: boolean
}

/** A cover in its 2:3 frame; an item without one gets a printed title instead. Decorative: the title stands beside it. */
export function Cover({ kind, title, author, url, width, className, first = false }: CoverProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const shown = url !== null && broken !== url
  return (
    <span
      className={cn(
        'relative block aspect-2/3 w-full overflow-hidden rounded-[0.3rem] bg-sunken shadow-cover',
        className,
      )}
    >
      {shown ? (
        <img
          src={coverAt(url, width)}
          alt=""
          loading={first ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
          onError={() => setBroken(url)}
          className="absolute inset-0 size-full object-cover"
        />
      ) : (
        <PrintedCover title={title} author={author} bound={KINDS[kind].picture === 'cover'} />
      )}
    </span>
  )
}
