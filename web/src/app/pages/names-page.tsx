import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { itemWord, kindsListed } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { nameListQuery, termTypeOf, type NameKind, type TermType } from '@/api/names'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { Select } from '@/components/ui/select'
import { FlagChip } from '@/features/items/chips'
import { NameGrid } from '@/features/catalog/name-grid'
import { wordsOf } from '@/features/catalog/name-words'
import { capital, plural } from '@/lib/format'
import { useTitle } from '@/lib/use-title'
import { termTypesOf } from '@/components/items/list-kind'
import { LISTS } from '../kinds'
import { LibraryTabs } from '../library-tabs'
import type { NamesSearch } from '../router'

const PAGE = 120

export const PeoplePage = () => (
  <NamesPage
    id={useParams({ from: '/shell/libraries/$id/people' }).id}
    kind="people"
    search={useSearch({ from: '/shell/libraries/$id/people' })}
  />
)

export const SeriesListPage = () => (
  <NamesPage
    id={useParams({ from: '/shell/libraries/$id/series' }).id}
    kind="series"
    search={useSearch({ from: '/shell/libraries/$id/series' })}
  />
)

export const TermsPage = () => (
  <NamesPage
    id={useParams({ from: '/shell/libraries/$id/terms' }).id}
    kind="terms"
    search={useSearch({ from: '/shell/libraries/$id/terms' })}
  />
)

interface NamesPageProps {
  id: number
  kind: NameKind
  search: NamesSearch
}

function NamesPage({ id, kind, search }: NamesPageProps) {
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
  const items = `${itemWord(library?.type)}s`
  const sorts = [
    { value: 'name', text: 'Name' },
    { value: '-items', text: `Most ${items}` },
  ]
  const { q, sort, offset = 0 } = search
  const type = kind === 'terms' ? termTypeOf(search.type) : undefined
  const names = useQuery(nameListQuery(kind, { library_id: id, type, q, sort, limit: PAGE, offset }))
  const { one, many } = wordsOf(kind, type)
  useTitle(capital(many))
  return (
    <>
      <div className="grid gap-3 pt-5 pb-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 dir="auto" className="font-serif text-2xl font-semibold tracking-tight">
            {library?.name ?? capital(many)}
          </h1>
          {library && <LibraryTabs library={library} />}
        </div>
        {type && library && (
          <TermTypes
            types={termTypesOf(LISTS[kindsListed(library.type)[0]])}
            type={type}
            onChange={(next) => go({ type: next, q: undefined, offset: undefined })}
          />
        )}
        <div className="flex flex-wrap items-center gap-2">
          <input
            key={type}
            type="search"
            aria-label={`Find in ${many}`}
            placeholder={`Find in ${many}`}
            dir="auto"
            defaultValue={q ?? ''}
            className="h-9 w-64 max-w-full rounded-lg border border-edge bg-surface px-3 text-sm placeholder:text-soft"
            onChange={(event) => go({ q: event.target.value.trim() || undefined, offset: undefined })}
          />
          <Select
            aria-label="Sort by"
            value={sort ?? 'name'}
            options={sorts}
            onChange={(next) => go({ sort: next === 'name' ? undefined : next, offset: undefined })}
          />
          {names.data && (
            <p role="status" className="text-sm text-soft">
              {plural(names.data.total, one, many)}
            </p>
          )}
        </div>
      </div>
      {names.isPending && <Skeleton className="h-96 w-full" />}
      {names.isError && <ErrorState error={names.error} onRetry={() => void names.refetch()} />}
      {names.data?.total === 0 && (
        <EmptyState icon={SearchX} title={q ? 'Nothing matches' : `No ${many} here yet`}>
          {!q && `They appear when a scan finds ${items} that name them.`}
        </EmptyState>
      )}
      {names.data && <NameGrid kind={kind} names={names.data.names} item={itemWord(library?.type)} />}
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

interface TermTypesProps {
  types: TermType[]
  type: TermType
  onChange: (type: TermType) => void
}

const TermTypes = ({ types, type, onChange }: TermTypesProps) => (
  <div role="group" aria-label="Show" className="flex flex-wrap gap-1.5">
    {types.map((each) => (
      <FlagChip key={each} on={each === type} onChange={() => onChange(each)}>
        {capital(wordsOf('terms', each).many)}
      </FlagChip>
    ))}
  </div>
)
