import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, LibraryBig, Pencil } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { may, meQuery } from '@/api/access'
import { librariesQuery } from '@/api/libraries'
import type { Library, Me } from '@/api/types'
import { Button } from '@/components/ui/button'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { TabBar } from '@/components/ui/tab-bar'
import { EditLibraryDialog } from '@/features/libraries/edit-library-dialog'
import { EnrichmentForm } from '@/features/libraries/enrichment-form'
import { ExplainPath } from '@/features/libraries/explain-path'
import { LastScan, Roots } from '@/features/libraries/library-facts'
import { PublishingView } from '@/features/publishing/publishing-view'
import { useTitle } from '@/lib/use-title'

/** One library: its folders, its last scan, what providers are asked, what is published, what scans make of a path. */
export function LibrarySettingsPage() {
  const { id } = useParams({ from: '/shell/settings/libraries/$id' })
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
          <Sections key={id} library={library} me={me.data} />
          {editing && <EditLibraryDialog library={library} onClose={() => setEditing(false)} />}
        </>
      )}
    </>
  )
}

const TABS = [
  { value: 'enrichment', text: 'Enrichment' },
  { value: 'publishing', text: 'Publishing' },
  { value: 'paths', text: 'Paths' },
]

function Sections({ library, me }: { library: Library; me: Me | undefined }) {
  const { tab, path = '', ...place } = useSearch({ from: '/shell/settings/libraries/$id' })
  const navigate = useNavigate({ from: '/settings/libraries/$id' })
  const mayWrite = may(me, 'libraries:write')
  const tabs = TABS.filter(({ value }) => mayWrite || value !== 'enrichment')
  const asked = tab ?? (path && 'paths')
  const shown = tabs.find(({ value }) => value === asked)?.value ?? tabs[0]!.value
  const go = (search: object) => void navigate({ search: { tab: shown, ...search }, resetScroll: false })
  return (
    <Tabs.Root
      value={shown}
      onValueChange={(next) => void navigate({ search: { tab: next }, replace: true, resetScroll: false })}
      className="mt-6"
    >
      <div className="mb-6 border-b">
        <TabBar label="Settings of the library" tabs={tabs} />
      </div>
      <Tabs.Content value="enrichment">
        <EnrichmentForm library={library} mayAsk={may(me, 'config:read')} />
      </Tabs.Content>
      <Tabs.Content value="publishing">
        <PublishingView
          library={library}
          mayWrite={mayWrite}
          mayReadJobs={may(me, 'jobs:read')}
          mayCancel={may(me, 'jobs:write')}
          place={place}
          onPlace={go}
        />
      </Tabs.Content>
      <Tabs.Content value="paths">
        <ExplainPath library={library} path={path} onPath={(next) => go(next ? { path: next } : {})} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
