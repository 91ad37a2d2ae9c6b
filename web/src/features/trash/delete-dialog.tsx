import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { addressOf } from '@/api/kinds'
import { forgetShown } from '@/api/refresh-shown'
import { placeOf, type Subject } from '@/api/subject'
import { deleteItems } from '@/api/trash'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { capital, plural } from '@/lib/format'

interface DeleteDialogProps {
  /** Of one kind, in one library. */
  items: Subject[]
  onClose: () => void
  onDeleted?: () => void
}

/** Asks before items go into the trash. The files stay. */
export function DeleteDialog({ items, onClose, onDeleted }: DeleteDialogProps) {
  const cache = useQueryClient()
  const router = useRouter()
  const [exclude, setExclude] = useState(false)
  const { itemKind: kind, libraryId } = items[0]!
  const itemIds = items.map((item) => item.id)
  const remove = useMutation({
    mutationFn: () => deleteItems(itemIds, exclude),
    onSuccess: async ({ deleted }) => {
      toast.success(items.length === 1 ? `${capital(kind)} deleted` : `${plural(deleted, kind)} deleted`)
      await leave()
      onDeleted?.()
      onClose()
    },
    onSettled: () => forgetShown(cache, itemIds, libraryId),
  })

  const leave = async () => {
    const here = router.state.location.pathname
    const isHere = items.some((item) => here === addressOf(kind, item.id))
    if (isHere) await router.navigate(placeOf(items[0]!))
  }

  return (
    <Dialog
      open
      onClose={() => !remove.isPending && onClose()}
      title={items.length === 1 ? `Delete this ${kind}?` : `Delete ${plural(items.length, kind)}?`}
      description={<Consequence items={items} />}
    >
      <div className="grid gap-4">
        {remove.isError && <Note tone="danger">{reason(remove.error)}</Note>}
        <CheckField
          label="Keep it away"
          hint="The next scan does not bring it back. Otherwise it returns as long as its files are there."
          checked={exclude}
          disabled={remove.isPending}
          onChange={setExclude}
        />
      </div>
      <DialogActions>
        <Button onClick={onClose} disabled={remove.isPending}>
          Cancel
        </Button>
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          Delete
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const Consequence = ({ items: [item, ...more] }: { items: Subject[] }) => (
  <>
    {more.length === 0 ? (
      <>
        “<bdi>{item?.name}</bdi>” goes
      </>
    ) : (
      'They go'
    )}{' '}
    into the trash with every edit made. The files on disk are not touched.
  </>
)
