import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, BookX } from 'lucide-react'
import { bookQuery } from '@/api/books'
import { ApiError } from '@/api/client'
import { librariesQuery } from '@/api/libraries'
import { EmptyState, ErrorState } from '@/components/ui/feedback'
import { BookDetail, BookDetailSkeleton } from '@/features/books/book-detail'
import { useTitle } from '@/lib/use-title'

export function BookPage() {
  const { id } = useParams({ from: '/shell/books/$id' })
  const book = useQuery(bookQuery(id))
  const libraries = useQuery(librariesQuery)
  useTitle(book.data?.title)

  if (book.isPending) return <BookDetailSkeleton />
  if (book.isError) {
    if (!(book.error instanceof ApiError) || book.error.status !== 404) {
      return <ErrorState error={book.error} onRetry={() => void book.refetch()} />
    }
    return (
      <EmptyState icon={BookX} title="This book does not exist">
        It was deleted, or its files are gone from disk.
      </EmptyState>
    )
  }
  const library = libraries.data?.find((candidate) => candidate.id === book.data.library_id)
  return (
    <>
      <Link
        to="/libraries/$id"
        params={{ id: book.data.library_id }}
        className="mt-4 inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        <span dir="auto">{library?.name ?? 'Library'}</span>
      </Link>
      <BookDetail book={book.data} libraryName={library?.name} />
    </>
  )
}
