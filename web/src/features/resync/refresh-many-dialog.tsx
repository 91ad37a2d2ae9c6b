import { TriangleAlert } from 'lucide-react'
import type { ItemKind } from '@/api/kinds'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { plural } from '@/lib/format'
import { useResyncMany } from './use-resync-many'

interface RefreshManyDialogProps {
  kind: ItemKind
  itemIds: number[]
  onClose: () => void
  onStarted: () => void
}

/** Asks before what was said by hand of many items is overwritten. */
export function RefreshManyDialog({ kind, itemIds, onClose, onStarted }: RefreshManyDialogProps) {
  const run = useResyncMany(onStarted)
  return (
    <Dialog
      open
      onClose={() => !run.isPending && onClose()}
      title="Refresh All Metadata"
      sign={<TriangleAlert aria-hidden="true" className="size-5 shrink-0 text-warn-sign" />}
      description={`This will rescan ${plural(itemIds.length, kind)} and overwrite all metadata with values from the source files. Any manual changes you've made will be lost; locked fields stay.`}
    >
      <DialogActions>
        <Button onClick={onClose} disabled={run.isPending}>
          Cancel
        </Button>
        <Button look="primary" busy={run.isPending} onClick={() => run.mutate({ itemIds, refresh: true })}>
          Refresh
        </Button>
      </DialogActions>
    </Dialog>
  )
}
