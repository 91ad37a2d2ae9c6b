import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { may, meQuery } from '@/api/access'
import { writeAccessOf } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { TrashView } from '@/features/trash/trash-view'
import { useTitle } from '@/lib/use-title'

export function TrashPage() {
  const { id } = useParams({ from: '/shell/libraries/$id/trash' })
  const { offset = 0 } = useSearch({ from: '/shell/libraries/$id/trash' })
  const navigate = useNavigate({ from: '/libraries/$id/trash' })
  const me = useQuery(meQuery)
  const libraries = useQuery(librariesQuery)
  const library = libraries.data?.find((candidate) => candidate.id === id)
  useTitle('Trash')
  return (
    <div className="mx-auto max-w-4xl">
      <Link
        to="/libraries/$id"
        params={{ id }}
        className="mt-4 inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        <span dir="auto">{library?.name ?? 'Library'}</span>
      </Link>
      <h1 className="mt-4 font-serif text-2xl font-semibold tracking-tight">Trash</h1>
      <p className="mt-1 mb-4 max-w-prose text-sm text-soft">
        What comes back to disk comes back to the library by itself, with every edit and lock
        {library ? `; after ${library.options.trash_days} days in here it is forgotten` : ''}.
      </p>
      <TrashView
        key={id}
        libraryId={id}
        mayWrite={library !== undefined && may(me.data, writeAccessOf(library.type))}
        offset={offset}
        onOffset={(next) => void navigate({ search: { offset: next || undefined } })}
      />
    </div>
  )
}
