import { Link } from '@tanstack/react-router'
import type { BookListItem } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/feedback'
import { authorsOf, formatsOf } from './book-text'
import { Cover } from './cover'
import { CAPTION_HEIGHT } from './grid-windows'

export function BookCard({ book }: { book: BookListItem }) {
  const authors = authorsOf(book)
  return (
    <Link
      to="/books/$id"
      params={{ id: book.id }}
      className="group block rounded-md outline-offset-4"
      data-missing={book.missing_since !== null || undefined}
    >
      <Cover
        title={book.title}
        author={authors}
        url={book.cover_url}
        width={320}
        className="transition-shadow duration-200 group-hover:shadow-lift group-data-missing:opacity-55"
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
  )
}

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
