import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { mergeNames, type NameKind } from '@/api/names'
import type { Name, NameDetail } from '@/api/types'
import { NameOptions } from '@/components/name-picker'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'

interface MergeDialogProps {
  kind: NameKind
  name: NameDetail
  onClose: () => void
}

/** Makes another person, series or term part of this one. */
export function MergeDialog({ kind, name, onClose }: MergeDialogProps) {
  const cache = useQueryClient()
  const [other, setOther] = useState<Name | null>(null)
  const merge = useMutation({
    mutationFn: (id: number) => mergeNames(kind, name.id, [id]),
    onSuccess: async () => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.names }),
        cache.invalidateQueries({ queryKey: keys.items }),
      ])
      toast.success('Merged')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge into “${name.name}”`}
      description="Choose the one that means the same. What carries it comes here, and its name stays known to scans."
    >
      {merge.isError && (
        <Note tone="danger" className="mb-4">
          {reason(merge.error)}
        </Note>
      )}
      <NameOptions
        label="Find another"
        kind={kind}
        query={{ library_id: name.library_id, type: name.type ?? undefined }}
        onPick={setOther}
      />
      <p role="status" className="mt-3 min-h-5 text-sm">
        {other?.id === name.id && <span className="text-soft">This is the one itself.</span>}
        {other && other.id !== name.id && (
          <>
            <strong dir="auto">{other.name}</strong> becomes <strong dir="auto">{name.name}</strong>.
          </>
        )}
      </p>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          busy={merge.isPending}
          disabled={!other || other.id === name.id}
          onClick={() => other && merge.mutate(other.id)}
        >
          Merge
        </Button>
      </DialogActions>
    </Dialog>
  )
}
