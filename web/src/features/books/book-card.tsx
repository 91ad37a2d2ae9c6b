import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { BookListItem } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/feedback'
import { cn } from '@/lib/cn'
import { authorsOf, formatsOf } from './book-text'
import { Cover } from './cover'
import { CAPTION_HEIGHT } from './grid-windows'

export interface BookEntryProps {
  book: BookListItem
  selected?: boolean
  /** The box that selects it. */
  check?: ReactNode
  menu?: ReactNode
}

export function BookCard({ book, selected = false, check, menu }: BookEntryProps) {
  const authors = authorsOf(book)
  return (
    <div
      className="group relative"
      data-missing={book.missing_since !== null || undefined}
      data-selected={selected || undefined}
    >
      <Link to="/books/$id" params={{ id: book.id }} className="block rounded-md outline-offset-4">
        <Cover
          title={book.title}
          author={authors}
          url={book.cover_url}
          width={320}
          className="transition-shadow duration-200 group-hover:shadow-lift group-data-missing:opacity-55 group-data-selected:outline-3 group-data-selected:outline-offset-2 group-data-selected:outline-accent"
        />
        <span dir="auto" className="block overflow-hidden pt-2" style={{ height: CAPTION_HEIGHT }}>
          <span className="line-clamp-2 text-[0.8125rem] leading-[1.3] font-medium group-hover:text-accent sm:text-sm sm:leading-[1.3]">
            {book.title}
          </span>
          <span className="mt-0.5 line-clamp-1 text-xs leading-[1.35] text-soft">{authors || ' '}</span>
          <span className="mt-1 block">
            <Formats book={book} />
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

export const Formats = ({ book }: { book: Pick<BookListItem, 'files' | 'missing_since'> }) => (
  <span className="flex h-5 gap-1 overflow-hidden">
    {book.missing_since && <Badge tone="warn">Missing</Badge>}
    {formatsOf(book).map((format) => (
      <Badge key={format} className="!text-[0.6875rem]">
        {format}
      </Badge>
    ))}
  </span>
)

export const BookCardSkeleton = () => (
  <div>
    <Skeleton className="aspect-2/3 w-full rounded-[0.3rem]" />
    <div className="pt-2" style={{ height: CAPTION_HEIGHT }}>
      <Skeleton className="mt-1 h-3.5 w-11/12" />
      <Skeleton className="mt-2 h-3 w-3/5" />
    </div>
  </div>
)
