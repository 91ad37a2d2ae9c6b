import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { renameName, type NameKind } from '@/api/names'
import type { NameDetail } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { TextField } from '@/components/ui/field'
import { NameAliases } from './name-aliases'
import { refusalOf } from './name-refusal'

interface EditNameDialogProps {
  kind: NameKind
  name: NameDetail
  onClose: () => void
}

/** Renames a person, series or term; what it was called before stays an alias, so that scans still know it. */
export function EditNameDialog({ kind, name, onClose }: EditNameDialogProps) {
  const cache = useQueryClient()
  const [text, setText] = useState(name.name)
  const [sortName, setSortName] = useState(name.sort_name ?? '')
  const renamed = text.trim() !== name.name
  const sorted = sortName.trim() !== (name.sort_name ?? '')
  const save = useMutation({
    mutationFn: () =>
      renameName(kind, name.id, {
        name: renamed ? text.trim() : undefined,
        sort_name: sorted ? sortName.trim() : undefined,
      }),
    onSuccess: async () => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.names }),
        cache.invalidateQueries({ queryKey: keys.items }),
      ])
      toast.success('Name saved')
      onClose()
    },
  })
  const refusal = refusalOf(save.error)
  return (
    <Dialog open onClose={onClose} title="Edit names">
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {save.isError && !refusal && <Note tone="danger">{reason(save.error)}</Note>}
        <TextField
          label="Name"
          value={text}
          required
          maxLength={500}
          dir="auto"
          error={refusal}
          onChange={(event) => setText(event.target.value)}
        />
        {kind === 'people' && (
          <TextField
            label="Sort name"
            hint="How lists are ordered. Made from the name when that changes and this does not."
            value={sortName}
            maxLength={500}
            dir="auto"
            onChange={(event) => setSortName(event.target.value)}
          />
        )}
        <NameAliases kind={kind} name={name} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            look="primary"
            busy={save.isPending}
            disabled={!text.trim() || !(renamed || sorted)}
          >
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
