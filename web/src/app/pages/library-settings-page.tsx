import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, LibraryBig, Pencil } from 'lucide-react'
import { useState } from 'react'
import { may, meQuery } from '@/api/access'
import { librariesQuery } from '@/api/libraries'
import { Button } from '@/components/ui/button'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { EditLibraryDialog } from '@/features/libraries/edit-library-dialog'
import { EnrichmentForm } from '@/features/libraries/enrichment-form'
import { ExplainPath } from '@/features/libraries/explain-path'
import { LastScan, Roots } from '@/features/libraries/library-facts'
import { useTitle } from '@/lib/use-title'

/** One library: its folders, its last scan, what providers are asked, and what its scans make of a path. */
export function LibrarySettingsPage() {
  const { id } = useParams({ from: '/shell/settings/libraries/$id' })
  const { path = '' } = useSearch({ from: '/shell/settings/libraries/$id' })
  const navigate = useNavigate({ from: '/settings/libraries/$id' })
  const me = useQuery(meQuery)
  const libraries = useQuery(librariesQuery)
  const library = libraries.data?.find((candidate) => candidate.id === id)
  const [editing, setEditing] = useState(false)
  useTitle(library?.name ?? 'Library')
  if (libraries.isPending) return <Skeleton className="h-40 rounded-2xl" />
  if (libraries.isError)
    return <ErrorState error={libraries.error} onRetry={() => void libraries.refetch()} />
  return (
    <>
      <Link
        to="/settings/libraries"
        className="inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" /> Libraries
      </Link>
      {!library && <EmptyState icon={LibraryBig} title="There is no such library" />}
      {library && (
        <>
          <div className="mt-4 flex items-center justify-between gap-4">
            <h1 dir="auto" className="min-w-0 truncate text-xl font-semibold tracking-tight">
              {library.name}
            </h1>
            {may(me.data, 'libraries:write') && (
              <Button onClick={() => setEditing(true)}>
                <Pencil aria-hidden="true" /> Edit
              </Button>
            )}
          </div>
          <Roots library={library} />
          <LastScan library={library} />
          {may(me.data, 'libraries:write') && (
            <EnrichmentForm key={`enrichment ${id}`} library={library} mayAsk={may(me.data, 'config:read')} />
          )}
          <ExplainPath
            key={id}
            library={library}
            path={path}
            onPath={(next) => void navigate({ search: next ? { path: next } : {}, resetScroll: false })}
          />
          {editing && <EditLibraryDialog library={library} onClose={() => setEditing(false)} />}
        </>
      )}
    </>
  )
}
