import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, ListFilter, PackageOpen, SearchX } from 'lucide-react'
import type { ItemFilter } from '@/api/items'
import { kindHeld, KINDS, type ItemKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { nameQuery, termTypeOf, type NameKind } from '@/api/names'
import type { NameDetail } from '@/api/types'
import { ApiError } from '@/api/client'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { itemSubject } from '@/api/subject'
import { ItemList } from '@/features/items/item-list'
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
  const item = library && kindHeld(library.type)
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
        <NameHeader kind={kind} name={name.data} item={item} />
      </div>
      {item &&
        sectionsOf(kind, name.data, item).map(({ title, filter }) => (
          <section key={title} className="pb-8">
            <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
              {title && <h2 className="text-base font-semibold">{title}</h2>}
              <Link
                to="/libraries/$id"
                params={{ id: name.data.library_id }}
                search={filter}
                className="inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
              >
                <ListFilter aria-hidden="true" className="size-4" />
                Filter and sort these
              </Link>
            </div>
            <ItemList
              list={LISTS[item]}
              libraryId={name.data.library_id}
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
        ))}
    </>
  )
}

interface Section {
  title: string
  filter: ItemFilter
}

/** A series in its order; what carries a term; what a person wrote and what they read aloud, apart when it is both. */
function sectionsOf(kind: NameKind, name: NameDetail, item: ItemKind): Section[] {
  if (kind === 'series') return [{ title: '', filter: { series_id: name.id, sort: 'series' } }]
  if (kind === 'terms') return [{ title: '', filter: { [termTypeOf(name.type)]: name.name } }]
  const narrates = item === 'book' && name.roles.some(({ role }) => role === 'narrator')
  const writes = name.roles.some(({ role }) => role !== 'narrator') || !narrates
  return [
    ...(writes ? [{ title: narrates ? 'Books' : '', filter: { person_id: name.id } }] : []),
    ...(narrates ? [{ title: 'Narrated', filter: { narrator_id: name.id } }] : []),
  ]
}
