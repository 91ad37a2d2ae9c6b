import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError, reason } from '@/api/client'
import { editMany } from '@/api/editing'
import { keys } from '@/api/keys'
import type { ItemKind } from '@/api/kinds'
import type { BulkEdit } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { plural } from '@/lib/format'
import { BulkFieldControl } from './bulk-field-control'
import { bulkFields, bulkEdit, UNTOUCHED, type BulkField } from './bulk-values'
import { useLeaveGuard } from './use-leave-guard'

interface BulkEditDialogProps {
  kind: ItemKind
  itemIds: number[]
  libraryId: number
  onClose: () => void
  onSaved: () => void
}

/** One edit on many items: all of them or, when one may not be touched, none. */
export function BulkEditDialog({ kind, itemIds, libraryId, onClose, onSaved }: BulkEditDialogProps) {
  const cache = useQueryClient()
  const [fields, setFields] = useState<Record<string, BulkField>>({})
  const body = bulkEdit(kind, itemIds, fields)
  const guard = useLeaveGuard(body !== null, onClose)
  const save = useMutation({
    mutationFn: (edit: BulkEdit) => editMany(edit),
    onSuccess: async ({ updated }) => {
      toast.success(updated === 0 ? 'Nothing had to change' : `${plural(updated, kind)} changed`)
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.libraryItems(libraryId) }),
        ...itemIds.map((id) => cache.invalidateQueries({ queryKey: keys.item(id) })),
      ])
      guard.leave()
      onSaved()
    },
  })
  const errors = save.error instanceof ApiError ? save.error.fields : {}
  const errorOf = (name: string) =>
    Object.entries(errors)
      .find(([key]) => key.split('.').at(-1) === name)?.[1]
      .join(' ')
  return (
    <Dialog open onClose={guard.close} width="wide" title={`Edit ${plural(itemIds.length, kind)}`}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (body) save.mutate(body)
        }}
      >
        {bulkFields(kind).map((field) => (
          <BulkFieldControl
            key={field.name}
            field={field}
            of={kind}
            value={fields[field.name] ?? UNTOUCHED}
            error={errorOf(field.name)}
            onChange={(next) => setFields((last) => ({ ...last, [field.name]: next }))}
          />
        ))}
        {save.isError && <Note tone="danger">{reason(save.error)}</Note>}
        <DialogActions>
          {guard.asks ? (
            <>
              <p role="alert" className="mr-auto self-center text-sm font-medium">
                There are unsaved changes.
              </p>
              <Button onClick={guard.stay}>Keep editing</Button>
              <Button look="danger" onClick={guard.leave}>
                Discard
              </Button>
            </>
          ) : (
            <>
              <Button onClick={guard.close} disabled={save.isPending}>
                Cancel
              </Button>
              <Button type="submit" look="primary" busy={save.isPending} disabled={!body}>
                Save
              </Button>
            </>
          )}
        </DialogActions>
      </form>
    </Dialog>
  )
}
