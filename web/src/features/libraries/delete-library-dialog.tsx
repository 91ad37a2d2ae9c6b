import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { deleteLibrary } from '@/api/libraries'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { TextField } from '@/components/ui/field'
import { plural } from '@/lib/format'

interface DeleteLibraryDialogProps {
  library: Library
  onClose: () => void
}

export function DeleteLibraryDialog({ library, onClose }: DeleteLibraryDialogProps) {
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const remove = useMutation({
    mutationFn: () => deleteLibrary(library.id),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.libraries })
      toast.success('Library deleted')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Delete "${library.name}"?`}
      description={`Colophon forgets this library with its ${plural(library.counts.items, 'item')} and every edit made in it. The files on disk are not touched.`}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          remove.mutate()
        }}
      >
        {remove.isError && <Note tone="danger">{reason(remove.error)}</Note>}
        <TextField
          label={`Type the name to confirm: ${library.name}`}
          value={typed}
          autoComplete="off"
          autoFocus
          dir="auto"
          onChange={(event) => setTyped(event.target.value)}
        />
        <DialogActions>
          <Button onClick={onClose} disabled={remove.isPending}>
            Cancel
          </Button>
          <Button
            type="submit"
            look="danger"
            busy={remove.isPending}
            disabled={typed.trim() !== library.name.trim()}
          >
            Delete library
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
