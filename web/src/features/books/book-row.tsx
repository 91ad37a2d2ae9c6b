import { Link } from '@tanstack/react-router'
import type { BookListItem } from '@/api/types'
import { numbered } from '@/components/metadata/value-text'
import { Skeleton } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { Formats, REVEALED, type BookEntryProps } from './book-card'
import { authorsOf } from './book-text'
import { Cover } from './cover'

export const ROW_HEIGHT = 76

export function BookRow({ book, selected = false, check, menu }: BookEntryProps) {
  return (
    <div
      data-selected={selected || undefined}
      className="group relative flex h-full items-center gap-2 rounded-lg px-2 hover:bg-sunken data-selected:bg-wash"
    >
      {check}
      <RowLink book={book} />
      {menu && <div className={REVEALED}>{menu}</div>}
    </div>
  )
}

function RowLink({ book }: { book: BookListItem }) {
  const authors = authorsOf(book)
  return (
    <Link
      to="/books/$id"
      params={{ id: book.id }}
      className="flex h-full min-w-0 grow items-center gap-4 rounded-lg"
    >
      <span className="w-10 shrink-0">
        <Cover title={book.title} url={book.cover_url} width={160} />
      </span>
      <span className="min-w-0 grow text-left">
        <span dir="auto" className="line-clamp-1 text-sm font-medium">
          {book.title}
        </span>
        <span dir="auto" className="line-clamp-1 text-sm text-soft">
          {authors}
        </span>
      </span>
      <span dir="auto" className="hidden w-1/4 shrink-0 truncate text-left text-sm text-soft md:block">
        {book.series.map(numbered).join(', ')}
      </span>
      <span className="hidden w-28 shrink-0 sm:block">
        <Formats book={book} />
      </span>
      <TimeAgo at={book.created_at} className="hidden w-28 shrink-0 text-right text-xs text-soft lg:block" />
    </Link>
  )
}

export const BookRowSkeleton = () => (
  <div className="flex h-full items-center gap-4 px-2">
    <Skeleton className="h-15 w-10 shrink-0" />
    <div className="grow">
      <Skeleton className="h-3.5 w-1/2" />
      <Skeleton className="mt-2 h-3 w-1/4" />
    </div>
  </div>
)
