import { useQueryClient } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { keys } from '@/api/keys'
import type { Subject } from '@/api/subject'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { RefreshPreview } from './refresh-preview'
import { useResync, useResyncRuns } from './use-resync'

interface RefreshDialogProps {
  subject: Subject
  onClose: () => void
}

/** Asks before what was said by hand is overwritten, and shows what that would change. */
export function RefreshDialog({ subject, onClose }: RefreshDialogProps) {
  const cache = useQueryClient()
  const run = useResync(subject)
  const runs = useResyncRuns(subject)
  const refresh = () => {
    // Both read the same files: the rehearsal gives way.
    void cache.cancelQueries({ queryKey: keys.resyncPreview(subject) })
    run.mutate(true, { onSuccess: onClose })
  }
  return (
    <Dialog
      open
      onClose={() => !runs && onClose()}
      title="Refresh All Metadata"
      sign={<TriangleAlert className="size-5 shrink-0 text-warn-sign" data-testid="amber-warning" />}
      width="wide"
      description={
        <>
          This will rescan the {subject.kind} "<bdi>{subject.name}</bdi>" and overwrite all metadata with
          values from the source file(s). Any manual changes you've made will be lost.
        </>
      }
    >
      <RefreshPreview subject={subject} />
      <DialogActions>
        <Button onClick={onClose} disabled={runs}>
          Cancel
        </Button>
        <Button look="primary" busy={runs} onClick={refresh}>
          Refresh
        </Button>
      </DialogActions>
    </Dialog>
  )
}
