import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError, reason } from '@/api/client'
import { keys } from '@/api/keys'
import { removeAlias, renameName, type NameKind } from '@/api/names'
import type { NameDetail } from '@/api/types'
import { Button, IconButton } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { TextField } from '@/components/ui/field'
import { X } from 'lucide-react'

interface EditNameDialogProps {
  kind: NameKind
  name: NameDetail
  onClose: () => void
}

/** Renames a person or series; what it was called before stays an alias, so that scans still know it. */
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
        cache.invalidateQueries({ queryKey: keys.books }),
      ])
      toast.success('Name saved')
      onClose()
    },
  })
  const taken = save.error instanceof ApiError && save.error.code === 'name_taken'
  return (
    <Dialog open onClose={onClose} title="Rename">
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {save.isError && !taken && <Note tone="danger">{reason(save.error)}</Note>}
        <TextField
          label="Name"
          value={text}
          required
          maxLength={500}
          dir="auto"
          error={taken ? 'Another entry has this name already. Merge the two instead.' : undefined}
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
        <Aliases kind={kind} name={name} />
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

function Aliases({ kind, name }: { kind: NameKind; name: NameDetail }) {
  const cache = useQueryClient()
  const remove = useMutation({
    mutationFn: (alias: string) => removeAlias(kind, name.id, alias),
    onSuccess: () => cache.invalidateQueries(),
    onError: (error) => toast.error(reason(error)),
  })
  if (name.aliases.length === 0) return null
  return (
    <section>
      <h3 className="text-sm font-medium">Also known as</h3>
      <p className="mt-0.5 text-xs text-soft">
        Files that say this mean the same. Without it they have their own name again.
      </p>
      <ul className="mt-2 flex flex-wrap gap-1.5">
        {name.aliases.map((alias) => (
          <li key={alias} className="flex items-center gap-1 rounded-full bg-sunken pl-3 text-sm">
            <span dir="auto">{alias}</span>
            <IconButton
              aria-label={`Remove ${alias}`}
              className="size-8 rounded-full"
              disabled={remove.isPending}
              onClick={() => remove.mutate(alias)}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
