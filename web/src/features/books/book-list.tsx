import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useState, type ReactNode } from 'react'
import type { BookFilter } from '@/api/books'
import type { BookListItem } from '@/api/types'
import { ErrorState } from '@/components/ui/feedback'
import { BookCard, BookCardSkeleton } from './book-card'
import { BookRow, BookRowSkeleton, ROW_HEIGHT } from './book-row'
import { SelectBox } from './select-box'
import type { Selection } from './use-selection'
import { gridShape, type GridShape } from './grid-windows'
import { useBookWindow, type BookWindow } from './use-book-window'
import { useElementBox } from './use-element-box'

/** Until the first answer says how many there are, a screen of placeholders stands in. */
const UNKNOWN_TOTAL = 48

interface BookListProps {
  libraryId: number
  filter: BookFilter
  view: 'grid' | 'list'
  empty: ReactNode
  selection?: Selection
  menu?: (book: BookListItem) => ReactNode
}

const LIST_SHAPE: GridShape = { columns: 1, gap: 0, rowHeight: ROW_HEIGHT }

/** The books of a library as covers or rows. Only what is near the window exists, in the page and in memory. */
export function BookList({ libraryId, filter, view, empty, selection, menu }: BookListProps) {
  const [frame, setFrame] = useState<HTMLElement | null>(null)
  const [known, setKnown] = useState(UNKNOWN_TOTAL)
  const { width, top } = useElementBox(frame)
  const shape = view === 'grid' ? gridShape(width) : LIST_SHAPE
  const rowCount = Math.ceil(known / shape.columns)

  const virtual = useWindowVirtualizer({
    count: width === 0 ? 0 : rowCount,
    estimateSize: () => shape.rowHeight,
    scrollMargin: top,
    overscan: view === 'grid' ? 2 : 8,
    // A row is where its number says: a new shape is a new list.
    getItemKey: (index) => `${shape.columns}:${shape.rowHeight}:${index}`,
  })
  const rows = virtual.getVirtualItems()
  const first = (rows[0]?.index ?? 0) * shape.columns
  const last = ((rows.at(-1)?.index ?? 0) + 1) * shape.columns - 1
  const books = useBookWindow(libraryId, filter, first, last)
  // A new filter keeps the last count for the moment it takes, so that the page does not collapse.
  const total = books.total ?? known
  if (total !== known) setKnown(total)

  if (books.error) return <ErrorState error={books.error} onRetry={books.reload} />
  if (books.total === 0) return empty
  return (
    <div ref={setFrame} className="relative" style={{ height: virtual.getTotalSize() }}>
      {rows.map((row) => (
        <div
          key={row.key}
          className="absolute inset-x-0 top-0 grid"
          style={{
            height: row.size,
            transform: `translateY(${row.start - top}px)`,
            gridTemplateColumns: `repeat(${shape.columns}, minmax(0, 1fr))`,
            columnGap: shape.gap,
          }}
        >
          <RowEntries
            row={row.index}
            columns={shape.columns}
            total={total}
            books={books}
            view={view}
            selection={selection}
            menu={menu}
          />
        </div>
      ))}
    </div>
  )
}

interface RowEntriesProps extends Pick<BookListProps, 'view' | 'selection' | 'menu'> {
  row: number
  columns: number
  total: number
  books: BookWindow
}

function RowEntries({ row, columns, total, books, view, selection, menu }: RowEntriesProps) {
  const start = row * columns
  const length = Math.max(0, Math.min(columns, total - start))
  const [Entry, Placeholder] = view === 'list' ? [BookRow, BookRowSkeleton] : [BookCard, BookCardSkeleton]
  return Array.from({ length }, (_, place) => {
    const book = books.at(start + place)
    if (!book) return <Placeholder key={place} />
    return (
      <Entry
        key={place}
        book={book}
        selected={selection?.has(book.id)}
        check={selection && <SelectBox book={book} index={start + place} selection={selection} />}
        menu={menu?.(book)}
      />
    )
  })
}
