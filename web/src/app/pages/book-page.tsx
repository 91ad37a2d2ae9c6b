import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, BookX } from 'lucide-react'
import { bookQuery } from '@/api/books'
import { ApiError } from '@/api/client'
import { librariesQuery } from '@/api/libraries'
import { EmptyState, ErrorState } from '@/components/ui/feedback'
import { BookDetail, BookDetailSkeleton } from '@/features/books/book-detail'
import { BookActions, CoverButton } from '../menus/book-actions'
import { FileMenu } from '../menus/file-menu'
import { BookPanels } from './book-panels'
import { useTitle } from '@/lib/use-title'
import type { BookSearch } from '../router'

export function BookPage() {
  const { id } = useParams({ from: '/shell/books/$id' })
  const book = useQuery(bookQuery(id))
  const libraries = useQuery(librariesQuery)
  const navigate = useNavigate({ from: '/books/$id' })
  const open = (search: BookSearch) => void navigate({ search, resetScroll: false })
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
      <BookDetail
        book={book.data}
        libraryName={library?.name}
        actions={<BookActions book={book.data} onOpen={(panel) => open({ open: panel })} />}
        coverAction={<CoverButton onOpen={() => open({ open: 'cover' })} />}
        fileMenu={(file) => (
          <FileMenu
            file={file}
            hasOthers={book.data.files.length > 1}
            onEdit={() => open({ open: 'edit', file: file.id })}
          />
        )}
      />
      <BookPanels book={book.data} />
    </>
  )
}
