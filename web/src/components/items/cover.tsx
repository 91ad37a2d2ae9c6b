import { useState } from 'react'
import { coverAt } from '@/api/items'
import { KINDS, type ItemKind } from '@/api/kinds'
import { cn } from '@/lib/cn'
import { PrintedCover } from './printed-cover'
import { SHAPES } from './shapes'

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

/** A cover in the frame of its kind; an item without one gets a printed title instead. Decorative: the title stands beside it. */
export function Cover({ kind, title, author, url, width, className, first = false }: CoverProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const shown = url !== null && broken !== url
  return (
    <span
      className={cn(
        'relative block w-full overflow-hidden rounded-[0.3rem] bg-sunken shadow-cover',
        SHAPES[KINDS[kind].shape].frame,
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
        <PrintedCover title={title} author={author} shape={KINDS[kind].shape} bound={kind === 'book'} />
      )}
    </span>
  )
}
