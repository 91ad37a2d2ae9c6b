import { Merge, Pencil, RefreshCcwDot, ScanSearch, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { KINDS, type ItemKind } from '@/api/kinds'
import { Button, IconButton } from '@/components/ui/button'
import { MOST_SELECTED, type Selection } from '@/features/items/use-selection'
import { useSelectionKeys } from '@/features/items/use-selection-keys'
import { BulkEditDialog } from '@/features/editing/bulk-edit-dialog'
import { MergeBooksDialog } from '@/features/grouping/merge-books-dialog'
import { RefreshManyDialog } from '@/features/resync/refresh-many-dialog'
import { useResyncMany } from '@/features/resync/use-resync-many'
import { DeleteDialog } from '@/features/trash/delete-dialog'
import { count } from '@/lib/format'

/** As many as one merge takes, with the one that is kept. */
const MOST_MERGED = 101

interface SelectionBarProps {
  selection: Selection
  kind: ItemKind
  libraryId: number
}

/** What can be done with the selected items. */
export function SelectionBar({ selection, kind, libraryId }: SelectionBarProps) {
  const [asks, setAsks] = useState<'edit' | 'merge' | 'refresh' | 'delete'>()
  const scan = useResyncMany(selection.clear)
  useSelectionKeys(selection)
  const { items } = selection
  if (items.length === 0) return null

  const itemIds = items.map((item) => item.id)
  const close = () => setAsks(undefined)
  const done = () => {
    close()
    selection.clear()
  }
  return (
    <>
      <div
        role="toolbar"
        aria-label={`Selected ${KINDS[kind].path}`}
        className="fixed inset-x-3 bottom-3 z-30 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] flex-wrap items-center justify-center gap-1 rounded-2xl bg-raised p-2 shadow-float"
      >
        <p aria-live="polite" className="px-2 text-sm font-medium">
          {count(items.length)} selected
          {items.length === MOST_SELECTED && <span className="text-soft"> (no more at once)</span>}
        </p>
        <BarButton text="Edit" onClick={() => setAsks('edit')} icon={<Pencil aria-hidden="true" />} />
        {kind === 'book' && items.length > 1 && items.length <= MOST_MERGED && (
          <BarButton text="Merge" onClick={() => setAsks('merge')} icon={<Merge aria-hidden="true" />} />
        )}
        <BarButton
          text="Scan for new metadata"
          busy={scan.isPending}
          onClick={() => scan.mutate({ itemIds, refresh: false })}
          icon={<ScanSearch aria-hidden="true" />}
        />
        <BarButton
          text="Refresh all metadata"
          onClick={() => setAsks('refresh')}
          icon={<RefreshCcwDot aria-hidden="true" />}
        />
        <BarButton text="Delete" onClick={() => setAsks('delete')} icon={<Trash2 aria-hidden="true" />} />
        <IconButton aria-label="Clear selection" onClick={selection.clear}>
          <X />
        </IconButton>
      </div>
      {asks === 'edit' && (
        <BulkEditDialog kind={kind} itemIds={itemIds} libraryId={libraryId} onClose={close} onSaved={done} />
      )}
      {asks === 'merge' && <MergeBooksDialog books={items} onClose={close} onMerged={done} />}
      {asks === 'refresh' && (
        <RefreshManyDialog kind={kind} itemIds={itemIds} onClose={close} onStarted={done} />
      )}
      {asks === 'delete' && <DeleteDialog items={items} onClose={close} onDeleted={done} />}
    </>
  )
}

interface BarButtonProps {
  text: string
  icon: React.ReactNode
  busy?: boolean
  onClick: () => void
}

/** Its words give way to the icon on a phone. */
const BarButton = ({ text, icon, busy, onClick }: BarButtonProps) => (
  <Button
    look="plain"
    aria-label={text}
    title={text}
    busy={busy}
    onClick={onClick}
    className="max-md:!px-2.5"
  >
    {!busy && icon}
    <span className="max-md:hidden">{text}</span>
  </Button>
)
