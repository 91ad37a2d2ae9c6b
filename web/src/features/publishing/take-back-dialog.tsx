import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { editLibrary } from '@/api/libraries'
import { runQuery, undoRun } from '@/api/publishing'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { plural } from '@/lib/format'
import { filesLeft } from './publish-text'

interface TakeBackDialogProps {
  runId: number
  library: Library
  onClose: () => void
  /** It has begun, as this job. */
  onStarted: (jobId: number) => void
}

/** Asks before what a run wrote is taken back. */
export function TakeBackDialog({ runId, library, onClose, onStarted }: TakeBackDialogProps) {
  const cache = useQueryClient()
  const run = useQuery(runQuery(runId))
  const isOn = library.options.publish !== 'off'
  const [chosen, setChosen] = useState<boolean>()
  // The next publishing of the library would write all of it again; of one item that may be just what is wanted.
  const switchOff = isOn && (chosen ?? run.data?.item_id === null)
  const undo = useMutation({
    mutationFn: async () => {
      if (switchOff) await editLibrary(library.id, { options: { publish: 'off' } })
      return undoRun(runId)
    },
    onSuccess: ({ job_id }) => {
      toast.success(
        switchOff ? 'Publishing switched off; the run is being taken back' : 'The run is being taken back',
      )
      onStarted(job_id)
      onClose()
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.libraries }),
        cache.invalidateQueries({ queryKey: keys.publishRunLists(library.id) }),
        cache.invalidateQueries({ queryKey: keys.publishRun(runId) }),
      ]),
  })
  const left = run.data && filesLeft(run.data)
  return (
    <Dialog
      open
      onClose={() => !undo.isPending && onClose()}
      title="Take this run back?"
      description={
        left === undefined
          ? 'Counting its files…'
          : left === 0
            ? 'There is nothing left of it to take back.'
            : `Run ${runId} left ${plural(left, 'file')} changed. New ones go, replaced and removed ones come back as they were. A file that was touched since stays as it is.`
      }
    >
      <div className="grid gap-4">
        {run.isError && <Note tone="danger">{reason(run.error)}</Note>}
        {undo.isError && <Note tone="danger">{reason(undo.error)}</Note>}
        {isOn && (
          <CheckField
            label="Switch publishing off too"
            hint="While it is on, the next change of an item writes its files again."
            checked={switchOff}
            disabled={undo.isPending}
            onChange={setChosen}
          />
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose} disabled={undo.isPending}>
          Cancel
        </Button>
        <Button look="danger" busy={undo.isPending} disabled={!left} onClick={() => undo.mutate()}>
          Take back
        </Button>
      </DialogActions>
    </Dialog>
  )
}
