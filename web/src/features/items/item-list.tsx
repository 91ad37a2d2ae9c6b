import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useState, type ReactNode } from 'react'
import { filterOf, type ListKind } from '@/components/items/list-kind'
import type { ItemFilter, Listed } from '@/api/items'
import { KINDS } from '@/api/kinds'
import { ErrorState } from '@/components/ui/feedback'
import { ItemCard, ItemCardSkeleton } from './item-card'
import { ItemRow, ItemRowSkeleton, ROW_HEIGHT } from './item-row'
import { SelectBox } from './select-box'
import type { Selection } from './use-selection'
import { gridShape, type GridShape } from './grid-windows'
import { useItemWindow, type ItemWindow } from './use-item-window'
import { useElementBox } from './use-element-box'

/** Until the first answer says how many there are, a screen of placeholders stands in. */
const UNKNOWN_TOTAL = 48

interface ItemListProps {
  list: ListKind
  libraryId: number
  filter: ItemFilter
  view: 'grid' | 'list'
  empty: ReactNode
  selection?: Selection
  menu?: (item: Listed) => ReactNode
}

const LIST_SHAPE: GridShape = { columns: 1, gap: 0, rowHeight: ROW_HEIGHT }

/** The items of a library as covers or rows. Only what is near the window exists, in the page and in memory. */
export function ItemList({ list, libraryId, filter, view, empty, selection, menu }: ItemListProps) {
  const [frame, setFrame] = useState<HTMLElement | null>(null)
  const [known, setKnown] = useState(UNKNOWN_TOTAL)
  const { width, top } = useElementBox(frame)
  const shape = view === 'grid' ? gridShape(width, KINDS[list.kind].shape) : LIST_SHAPE
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
  const items = useItemWindow({ kind: list.kind, libraryId, filter: filterOf(list, filter) }, first, last)
  // A new filter keeps the last count for the moment it takes, so that the page does not collapse.
  const total = items.total ?? known
  if (total !== known) setKnown(total)

  if (items.error) return <ErrorState error={items.error} onRetry={items.reload} />
  if (items.total === 0) return empty
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
            items={items}
            list={list}
            view={view}
            selection={selection}
            menu={menu}
          />
        </div>
      ))}
    </div>
  )
}

interface RowEntriesProps extends Pick<ItemListProps, 'list' | 'view' | 'selection' | 'menu'> {
  row: number
  columns: number
  total: number
  items: ItemWindow
}

function RowEntries({ row, columns, total, items, list, view, selection, menu }: RowEntriesProps) {
  const start = row * columns
  const length = Math.max(0, Math.min(columns, total - start))
  const [Entry, Placeholder] = view === 'list' ? [ItemRow, ItemRowSkeleton] : [ItemCard, ItemCardSkeleton]
  return Array.from({ length }, (_, place) => {
    const item = items.at(start + place)
    if (!item) return <Placeholder key={place} kind={list.kind} />
    return (
      <Entry
        key={place}
        item={item}
        list={list}
        selected={selection?.has(item.id)}
        check={selection && <SelectBox item={item} index={start + place} selection={selection} />}
        menu={menu?.(item)}
      />
    )
  })
}
