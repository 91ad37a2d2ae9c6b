import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { BookDashed, LibraryBig, SearchX } from 'lucide-react'
import { useEffect, useState } from 'react'
import { may, meQuery } from '@/api/access'
import type { BookFilter } from '@/api/books'
import { librariesQuery } from '@/api/libraries'
import { bookSubject, type Subject } from '@/api/subject'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { EmptyState, ErrorState, Note, Skeleton } from '@/components/ui/feedback'
import { BookList } from '@/features/books/book-list'
import { BookToolbar } from '@/features/books/book-toolbar'
import { FilterChips } from '@/features/books/filter-chips'
import { useSelection } from '@/features/books/use-selection'
import { EditDialog } from '@/features/editing/edit-dialog'
import { ScanLine } from '@/features/scanning/scan-line'
import { StartScan } from '@/features/scanning/start-scan'
import { plural } from '@/lib/format'
import { lastLibrary } from '@/lib/last-library'
import { useTitle } from '@/lib/use-title'
import { LibraryTabs } from '../library-tabs'
import { BookMenu } from '../menus/book-menu'
import type { LibrarySearch } from '../router'
import { SelectionBar } from './selection-bar'

export function LibraryPage() {
  const { id } = useParams({ from: '/shell/libraries/$id' })
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
  return <LibraryBooks key={id} library={library} />
}

function LibraryBooks({ library }: { library: Library }) {
  const navigate = useNavigate({ from: '/libraries/$id' })
  const { view, ...filter } = useSearch({ from: '/shell/libraries/$id' })
  const shown = view ?? 'grid'
  const go = (search: LibrarySearch) => void navigate({ search, replace: true, resetScroll: false })
  const onFilter = (next: BookFilter) => go({ ...next, view })
  const me = useQuery(meQuery)
  const mayWrite = may(me.data, 'books:write')
  const selection = useSelection(library.id, filter)
  const [edited, setEdited] = useState<Subject>()
  const unreachable = library.roots.filter((root) => !root.available)
  return (
    <>
      <div className="grid gap-3 pt-5 pb-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 dir="auto" className="font-serif text-2xl font-semibold tracking-tight">
            {library.name}
          </h1>
          <p className="mt-1 text-sm text-soft">{plural(library.counts.items, 'item')}</p>
          <LibraryTabs id={library.id} />
          <div className="ml-auto">
            <BookToolbar
              filter={filter}
              view={shown}
              onFilter={onFilter}
              onView={(next) => go({ ...filter, view: next === 'list' ? 'list' : undefined })}
            />
          </div>
        </div>
        {unreachable.map((root) => (
          <Note key={root.id} tone="warn">
            The folder <span className="font-mono text-xs break-all">{root.path}</span> cannot be reached. Its
            books stay listed; check that the disk is connected.
          </Note>
        ))}
        <ScanLine library={library} />
        <FilterChips libraryId={library.id} filter={filter} onFilter={onFilter} />
      </div>
      <BookList
        libraryId={library.id}
        filter={filter}
        view={shown}
        selection={mayWrite ? selection : undefined}
        menu={(book) => (
          <BookMenu
            book={book}
            className={
              shown === 'grid' ? 'bg-raised/90 shadow-cover hover:bg-raised max-sm:!size-8' : undefined
            }
            onEdit={() => setEdited(bookSubject(book))}
            onSelect={() => selection.add(book)}
          />
        )}
        empty={<NoBooks library={library} filter={filter} onClear={() => go({ view })} />}
      />
      {mayWrite && <SelectionBar selection={selection} libraryId={library.id} />}
      {edited && <EditDialog subject={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

interface NoBooksProps {
  library: Library
  filter: BookFilter
  onClear: () => void
}

function NoBooks({ library, filter, onClear }: NoBooksProps) {
  const me = useQuery(meQuery)
  const filtered = Object.entries(filter).some(([name, value]) => name !== 'sort' && value !== undefined)
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing matches these filters"
        action={<Button onClick={onClear}>Clear filters</Button>}
      />
    )
  }
  if (library.type !== 'book') {
    return (
      <EmptyState icon={BookDashed} title="This version shows books only">
        {library.type === 'movie'
          ? 'The films of this library are scanned and answered by the API at /api/movies; there are no pages for them yet.'
          : 'Libraries of this type are not read yet.'}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={BookDashed}
      title="No books here yet"
      action={may(me.data, 'jobs:write') && <StartScan libraryId={library.id} />}
    >
      Put books into{' '}
      {library.paths.map((path, index) => (
        <span key={path}>
          {index > 0 && ' or '}
          <span className="font-mono text-xs break-all text-ink">{path}</span>
        </span>
      ))}{' '}
      and scan the library.
    </EmptyState>
  )
}
