import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { disposableQuery, emptyTrash } from '@/api/trash'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { count, plural } from '@/lib/format'

interface EmptyTrashDialogProps {
  libraryId: number
  onClose: () => void
}

/** Asks before what waits in the trash is forgotten, and removes exactly what it counted. */
export function EmptyTrashDialog({ libraryId, onClose }: EmptyTrashDialogProps) {
  const cache = useQueryClient()
  const disposable = useQuery(disposableQuery(libraryId))
  const ids = disposable.data
  const empty = useMutation({
    mutationFn: (ids: number[]) => emptyTrash(libraryId, ids),
    onSuccess: async ({ removed }) => {
      toast.success(`${plural(removed, 'item')} removed for good`)
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.trash(libraryId) }),
        cache.invalidateQueries({ queryKey: keys.libraries }),
        cache.invalidateQueries({ queryKey: keys.libraryItems(libraryId) }),
      ])
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={() => !empty.isPending && onClose()}
      title="Empty the trash?"
      description={
        ids === undefined
          ? 'Counting what is in it…'
          : `Colophon forgets ${plural(ids.length, 'item')} with every edit made in them. The files on disk are not touched. What was deleted to be kept away from scans stays in the list.`
      }
    >
      {disposable.isError && <Note tone="danger">{reason(disposable.error)}</Note>}
      {empty.isError && <Note tone="danger">{reason(empty.error)}</Note>}
      <DialogActions>
        <Button onClick={onClose} disabled={empty.isPending}>
          Cancel
        </Button>
        <Button
          look="danger"
          busy={empty.isPending}
          disabled={!ids?.length}
          onClick={() => ids && empty.mutate(ids)}
        >
          {ids ? `Remove ${count(ids.length)} for good` : 'Remove for good'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
