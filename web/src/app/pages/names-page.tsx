import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { librariesQuery } from '@/api/libraries'
import { nameListQuery } from '@/api/names'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { Select } from '@/components/ui/select'
import { NameGrid } from '@/features/catalog/name-grid'
import { plural } from '@/lib/format'
import { useTitle } from '@/lib/use-title'
import { LibraryTabs } from '../library-tabs'
import type { NamesSearch } from '../router'

const PAGE = 120
const SORTS = [
  { value: 'name', text: 'Name' },
  { value: '-items', text: 'Most books' },
]

export const PeoplePage = () => {
  const { id } = useParams({ from: '/shell/libraries/$id/people' })
  return (
    <NamesPage
      id={id}
      kind="people"
      search={useSearch({ from: '/shell/libraries/$id/people' })}
      title="People"
    />
  )
}

export const SeriesListPage = () => {
  const { id } = useParams({ from: '/shell/libraries/$id/series' })
  return (
    <NamesPage
      id={id}
      kind="series"
      search={useSearch({ from: '/shell/libraries/$id/series' })}
      title="Series"
    />
  )
}

interface NamesPageProps {
  id: number
  kind: 'people' | 'series'
  title: string
  search: NamesSearch
}

function NamesPage({ id, kind, title, search }: NamesPageProps) {
  const navigate = useNavigate()
  const go = (change: NamesSearch) =>
    void navigate({
      to: `/libraries/$id/${kind}`,
      params: { id },
      search: { ...search, ...change },
      replace: true,
    })
  const libraries = useQuery(librariesQuery)
  const library = libraries.data?.find((candidate) => candidate.id === id)
  const { q, sort, offset = 0 } = search
  const names = useQuery(nameListQuery(kind, { library_id: id, q, sort, limit: PAGE, offset }))
  useTitle(title)
  return (
    <>
      <div className="grid gap-3 pt-5 pb-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 dir="auto" className="font-serif text-2xl font-semibold tracking-tight">
            {library?.name ?? title}
          </h1>
          <LibraryTabs id={id} />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <input
            type="search"
            aria-label={`Find in ${title.toLowerCase()}`}
            placeholder={`Find in ${title.toLowerCase()}`}
            dir="auto"
            defaultValue={q ?? ''}
            className="h-9 w-64 max-w-full rounded-lg border border-edge bg-surface px-3 text-sm placeholder:text-soft"
            onChange={(event) => go({ q: event.target.value.trim() || undefined, offset: undefined })}
          />
          <Select
            aria-label="Sort by"
            value={sort ?? 'name'}
            options={SORTS}
            onChange={(next) => go({ sort: next === 'name' ? undefined : next, offset: undefined })}
          />
          {names.data && (
            <p role="status" className="text-sm text-soft">
              {kind === 'people'
                ? plural(names.data.total, 'person', 'people')
                : `${names.data.total} series`}
            </p>
          )}
        </div>
      </div>
      {names.isPending && <Skeleton className="h-96 w-full" />}
      {names.isError && <ErrorState error={names.error} onRetry={() => void names.refetch()} />}
      {names.data?.total === 0 && (
        <EmptyState icon={SearchX} title={q ? 'Nothing matches' : `No ${title.toLowerCase()} here yet`}>
          {!q && 'They appear when a scan finds books that name them.'}
        </EmptyState>
      )}
      {names.data && <NameGrid kind={kind} names={names.data.names} />}
      {names.data && (
        <Pager
          offset={offset}
          limit={PAGE}
          total={names.data.total}
          onChange={(next) => go({ offset: next || undefined })}
        />
      )}
    </>
  )
}
