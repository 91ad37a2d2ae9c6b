import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { itemQuery } from '@/api/items'
import { pagesQuery } from '@/api/pages'
import { ErrorState } from '@/components/ui/feedback'
import { Spinner } from '@/components/ui/spinner'
import { ComicViewer } from '@/features/reading/comic-viewer'
import { indexOf } from '@/features/reading/page-turns'
import { useTitle } from '@/lib/use-title'

/** Reads a comic; the address names the page, so that it can be kept and shared. */
export function ReadPage() {
  const { id, fileId } = useParams({ from: '/reader/books/$id/read/$fileId' })
  const { page, fit = 'height' } = useSearch({ from: '/reader/books/$id/read/$fileId' })
  const navigate = useNavigate({ from: '/books/$id/read/$fileId' })
  const book = useQuery(itemQuery('book', id))
  const pages = useQuery(pagesQuery(fileId))
  const title = book.data?.title ?? ''
  useTitle(book.data?.title)

  if (pages.isPending) {
    return (
      <main className="grid min-h-dvh place-items-center">
        <Spinner />
      </main>
    )
  }
  if (pages.isError) {
    return (
      <main className="px-4">
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      </main>
    )
  }
  const back = (
    <Link
      to="/books/$id"
      params={{ id }}
      aria-label="Back to the book"
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg hover:bg-white/15"
    >
      <ArrowLeft aria-hidden="true" className="size-4" />
    </Link>
  )
  return (
    <main>
      <ComicViewer
        fileId={fileId}
        list={pages.data}
        title={title}
        page={indexOf(page, pages.data.total)}
        fit={fit}
        onPage={(index) => void navigate({ search: (last) => ({ ...last, page: index + 1 }), replace: true })}
        onFit={(next) =>
          void navigate({
            search: (last) => ({ ...last, fit: next === 'width' ? next : undefined }),
            replace: true,
          })
        }
        back={back}
      />
    </main>
  )
}
