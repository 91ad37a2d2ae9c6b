import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { LibraryBig, PackageOpen, SearchX } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { may, meQuery } from '@/api/access'
import type { ItemFilter } from '@/api/items'
import { kindListed, KINDS, listAddress, writeAccess, type ListedKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { itemSubject, type Subject } from '@/api/subject'
import type { Library } from '@/api/types'
import { filterOf } from '@/components/items/list-kind'
import { Button } from '@/components/ui/button'
import { EmptyState, ErrorState, Note, Skeleton } from '@/components/ui/feedback'
import { EditDialog } from '@/features/editing/edit-dialog'
import { FilterChips } from '@/features/items/filter-chips'
import { ItemList } from '@/features/items/item-list'
import { ListToolbar } from '@/features/items/list-toolbar'
import { useSelection } from '@/features/items/use-selection'
import { ScanLine } from '@/features/scanning/scan-line'
import { StartScan } from '@/features/scanning/start-scan'
import { plural } from '@/lib/format'
import { lastLibrary } from '@/lib/last-library'
import { useTitle } from '@/lib/use-title'
import { LISTS } from '../kinds'
import { LibraryTabs } from '../library-tabs'
import { ItemMenu, ON_COVER } from '../menus/item-menu'
import type { LibrarySearch } from '../router'
import { SelectionBar } from './selection-bar'

export function LibraryPage() {
  const { id } = useParams({ from: '/shell/libraries/$id' })
  const { kind: named } = useSearch({ from: '/shell/libraries/$id' })
  const libraries = useQuery(librariesQuery)
  const library = libraries.data?.find((candidate) => candidate.id === id)
  useTitle(library?.name)
  useEffect(() => {
    if (library) lastLibrary.write(library.id)
  }, [library])

  if (libraries.isPending) return <Skeleton className="mt-6 h-9 w-64" />
  if (libraries.isError)
    return <ErrorState error={libraries.error} onRetry={() => void libraries.refetch()} />
  if (!library) {
    return (
      <EmptyState icon={LibraryBig} title="This library does not exist">
        It was deleted, or you may not see it. Choose another one at the top.
      </EmptyState>
    )
  }
  const kind = kindListed(library.type, named)
  return <LibraryItems key={`${id} ${kind}`} library={library} kind={kind} />
}

interface LibraryHeadProps {
  library: Library
  kind: ListedKind
  children: ReactNode
}

const LibraryHead = ({ library, kind, children }: LibraryHeadProps) => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-5">
    <h1 dir="auto" className="font-serif text-2xl font-semibold tracking-tight">
      {library.name}
    </h1>
    <p className="mt-1 text-sm text-soft">{plural(library.counts.items, 'item')}</p>
    <LibraryTabs library={library} shown={kind} />
    {children}
  </div>
)

function LibraryItems({ library, kind }: { library: Library; kind: ListedKind }) {
  const list = LISTS[kind]
  const navigate = useNavigate({ from: '/libraries/$id' })
  const { view, ...address } = useSearch({ from: '/shell/libraries/$id' })
  const filter = filterOf(list, address)
  const shown = view ?? 'grid'
  const go = (search: LibrarySearch) =>
    void navigate({ search: { ...listAddress(kind), ...search }, replace: true, resetScroll: false })
  const onFilter = (next: ItemFilter) => go({ ...next, view })
  const me = useQuery(meQuery)
  const mayWrite = may(me.data, writeAccess(kind))
  const selection = useSelection({ kind, libraryId: library.id, filter })
  const [edited, setEdited] = useState<Subject>()
  const unreachable = library.roots.filter((root) => !root.available)
  return (
    <>
      <div className="grid gap-3 pb-5">
        <LibraryHead library={library} kind={kind}>
          <div className="ml-auto">
            <ListToolbar
              list={list}
              filter={filter}
              view={shown}
              onFilter={onFilter}
              onView={(next) => go({ ...filter, view: next === 'list' ? 'list' : undefined })}
            />
          </div>
        </LibraryHead>
        {unreachable.map((root) => (
          <Note key={root.id} tone="warn">
            The folder <span className="font-mono text-xs break-all">{root.path}</span> cannot be reached. Its{' '}
            {KINDS[kind].path} stay listed; check that the disk is connected.
          </Note>
        ))}
        <ScanLine library={library} />
        <FilterChips list={list} libraryId={library.id} filter={filter} onFilter={onFilter} />
      </div>
      <ItemList
        list={list}
        libraryId={library.id}
        filter={filter}
        view={shown}
        selection={mayWrite ? selection : undefined}
        menu={(item) => (
          <ItemMenu
            item={itemSubject(kind, item)}
            className={shown === 'grid' ? ON_COVER : undefined}
            onEdit={() => setEdited(itemSubject(kind, item))}
            onSelect={() => selection.add(item)}
          />
        )}
        empty={<NoItems library={library} kind={kind} filter={filter} onClear={() => go({ view })} />}
      />
      {mayWrite && <SelectionBar selection={selection} kind={kind} libraryId={library.id} />}
      {edited && <EditDialog subject={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

interface NoItemsProps {
  library: Library
  kind: ListedKind
  filter: ItemFilter
  onClear: () => void
}

function NoItems({ library, kind, filter, onClear }: NoItemsProps) {
  const me = useQuery(meQuery)
  const { path } = KINDS[kind]
  if (Object.keys(filter).some((name) => name !== 'sort')) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing matches these filters"
        action={<Button onClick={onClear}>Clear filters</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={PackageOpen}
      title={`No ${path} here yet`}
      action={may(me.data, 'jobs:write') && <StartScan libraryId={library.id} />}
    >
      Put {path} into{' '}
      {library.paths.map((folder, index) => (
        <span key={folder}>
          {index > 0 && ' or '}
          <span className="font-mono text-xs break-all text-ink">{folder}</span>
        </span>
      ))}{' '}
      and scan the library.
    </EmptyState>
  )
}
