import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError, reason } from '@/api/client'
import { keys } from '@/api/keys'
import { editLibrary } from '@/api/libraries'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { TextArea, TextField } from '@/components/ui/field'
import { SidecarSwitch } from './create-library-form'
import { PathsField } from './paths-field'

interface EditLibraryDialogProps {
  library: Library
  onClose: () => void
}

export function EditLibraryDialog({ library, onClose }: EditLibraryDialogProps) {
  const cache = useQueryClient()
  const [name, setName] = useState(library.name)
  const [paths, setPaths] = useState(library.paths)
  const [patterns, setPatterns] = useState(library.options.ignore_patterns.join('\n'))
  const [sidecars, setSidecars] = useState(library.options.write_sidecars)
  const save = useMutation({
    mutationFn: () =>
      editLibrary(library.id, {
        name: name.trim(),
        paths,
        options: { ignore_patterns: linesOf(patterns), write_sidecars: sidecars },
      }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.libraries })
      toast.success('Library saved')
      onClose()
    },
  })
  const fields = save.error instanceof ApiError ? save.error.fields : {}
  const errorOf = (start: string) => Object.entries(fields).find(([field]) => field.startsWith(start))?.[1][0]
  return (
    <Dialog open onClose={onClose} title="Edit library">
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {save.isError && Object.keys(fields).length === 0 && <Note tone="danger">{reason(save.error)}</Note>}
        <TextField
          label="Name"
          value={name}
          required
          maxLength={100}
          dir="auto"
          error={errorOf('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <PathsField paths={paths} error={errorOf('paths')} onChange={setPaths} />
        <TextArea
          label="Ignore patterns"
          hint="One glob a line. Without a slash it matches a name (*.bak), with one a path below the folder (Archive/**)."
          value={patterns}
          spellCheck={false}
          error={errorOf('options')}
          onChange={(event) => setPatterns(event.target.value)}
        />
        <SidecarSwitch type={library.type} on={sidecars} onChange={setSidecars} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            look="primary"
            busy={save.isPending}
            disabled={paths.length === 0 || !name.trim()}
          >
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
