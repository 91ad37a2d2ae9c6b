import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, ListFilter, PackageOpen, SearchX } from 'lucide-react'
import { itemPageQuery, type ItemFilter } from '@/api/items'
import { itemWord, KINDS, kindsListed, listAddress, writeAccessOf, type ListedKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { nameQuery, termTypeOf, type NameKind } from '@/api/names'
import type { NameDetail } from '@/api/types'
import { ApiError } from '@/api/client'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { itemSubject } from '@/api/subject'
import { ItemList } from '@/features/items/item-list'
import { filterOf } from '@/components/items/list-kind'
import { capital } from '@/lib/format'
import { LISTS } from '../kinds'
import { ItemMenu } from '../menus/item-menu'
import { NameHeader } from '@/features/catalog/name-header'
import { wordsOf } from '@/features/catalog/name-words'
import { useTitle } from '@/lib/use-title'

export const PersonPage = () => <NamePage kind="people" id={useParams({ from: '/shell/people/$id' }).id} />

export const SeriesPage = () => <NamePage kind="series" id={useParams({ from: '/shell/series/$id' }).id} />

export const TermPage = () => <NamePage kind="terms" id={useParams({ from: '/shell/terms/$id' }).id} />

interface NamePageProps {
  kind: NameKind
  id: number
}

function NamePage({ kind, id }: NamePageProps) {
  const name = useQuery(nameQuery(kind, id))
  const libraries = useQuery(librariesQuery)
  useTitle(name.data?.name)
  if (name.isPending) return <Skeleton className="mt-6 h-9 w-64" />
  if (name.isError) {
    if (!(name.error instanceof ApiError) || name.error.status !== 404)
      return <ErrorState error={name.error} onRetry={() => void name.refetch()} />
    return (
      <EmptyState
        icon={SearchX}
        title={`This ${kind === 'terms' ? 'name' : wordsOf(kind).one} does not exist`}
      >
        It was merged into another one, or nothing names it any more.
      </EmptyState>
    )
  }
  const library = libraries.data?.find((candidate) => candidate.id === name.data.library_id)
  return (
    <>
      <Link
        to={`/libraries/$id/${kind}`}
        params={{ id: name.data.library_id }}
        search={kind === 'terms' ? { type: termTypeOf(name.data.type) } : {}}
        className="mt-4 inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        <span dir="auto">{library?.name ?? 'Library'}</span>
      </Link>
      <div className="pt-3 pb-6">
        {library && (
          <NameHeader
            kind={kind}
            name={name.data}
            item={itemWord(library.type)}
            access={writeAccessOf(library.type)}
          />
        )}
      </div>
      {library && (
        <Sections name={name.data} sections={sectionsOf(kind, name.data, kindsListed(library.type))} />
      )}
    </>
  )
}

interface Section {
  item: ListedKind
  title: string
  filter: ItemFilter
}

/** What carries the name, a list a kind; a kind of which nothing does is left out as long as another has some. */
function Sections({ name, sections }: { name: NameDetail; sections: Section[] }) {
  const firsts = useQueries({
    queries: sections.map(({ item, filter }) =>
      itemPageQuery({ kind: item, libraryId: name.library_id, filter: filterOf(LISTS[item], filter) }, 0),
    ),
  })
  const filled = sections.filter((_, index) => firsts[index]?.data?.total !== 0)
  return (filled.length > 0 ? filled : sections.slice(0, 1)).map(({ item, title, filter }) => (
    <section key={title} className="pb-8">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
        {title && <h2 className="text-base font-semibold">{title}</h2>}
        <Link
          to="/libraries/$id"
          params={{ id: name.library_id }}
          search={{ ...listAddress(item), ...filter }}
          className="inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
        >
          <ListFilter aria-hidden="true" className="size-4" />
          Filter and sort these
        </Link>
      </div>
      <ItemList
        list={LISTS[item]}
        libraryId={name.library_id}
        filter={filter}
        menu={(each) => <ItemMenu item={itemSubject(item, each)} />}
        view="grid"
        empty={
          <EmptyState icon={PackageOpen} title={`No ${KINDS[item].path}`}>
            They are gone from disk, and come back when their files do.
          </EmptyState>
        }
      />
    </section>
  ))
}

/** A series in its order; what carries a term; what a person wrote and what they read aloud, apart when it is both. */
function sectionsOf(kind: NameKind, name: NameDetail, items: readonly ListedKind[]): Section[] {
  if (kind === 'series')
    return [{ item: items[0]!, title: '', filter: { series_id: name.id, sort: 'series' } }]
  const titled = items.length > 1
  const each = (filter: ItemFilter) =>
    items
      .filter((item) => Object.keys(filterOf(LISTS[item], filter)).length > 0)
      .map((item) => ({ item, title: titled ? capital(KINDS[item].path) : '', filter }))
  if (kind === 'terms') return each({ [termTypeOf(name.type)]: name.name })
  const narrates = name.roles.some(({ role }) => role === 'narrator')
  if (items[0] !== 'book' || !narrates) return each({ person_id: name.id })
  const writes = name.roles.some(({ role }) => role !== 'narrator')
  return [
    ...(writes ? [{ item: items[0], title: 'Books', filter: { person_id: name.id } }] : []),
    { item: items[0], title: 'Narrated', filter: { narrator_id: name.id } },
  ]
}
