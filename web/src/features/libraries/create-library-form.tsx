import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, reason } from '@/api/client'
import { keys } from '@/api/keys'
import { createLibrary } from '@/api/libraries'
import type { Library, LibraryType } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { TextField } from '@/components/ui/field'
import { PathsField } from './paths-field'
import { TypeField } from './type-field'

interface CreateLibraryFormProps {
  onDone: (library: Library) => void
}

export function CreateLibraryForm({ onDone }: CreateLibraryFormProps) {
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [type, setType] = useState<LibraryType>('book')
  const [paths, setPaths] = useState<string[]>([])
  const [sidecars, setSidecars] = useState(true)
  const create = useMutation({
    mutationFn: createLibrary,
    onSuccess: (library) => {
      cache.setQueryData<Library[]>(keys.libraries, (known) => [...(known ?? []), library])
      void cache.invalidateQueries({ queryKey: keys.libraries })
      onDone(library)
    },
  })
  const fields = create.error instanceof ApiError ? create.error.fields : {}
  const pathError = Object.entries(fields).find(([field]) => field.startsWith('paths'))?.[1][0]
  const elsewhere = create.isError && !pathError && !fields.name

  const changePaths = (next: string[]) => {
    setPaths(next)
    if (name === '' && next.length === 1) setName(next[0]!.split(/[/\\]/).filter(Boolean).at(-1) ?? '')
  }
  const submit = () =>
    create.mutate({
      name: name.trim(),
      type,
      paths,
      ...(type === 'book' && { options: { write_sidecars: sidecars } }),
    })

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {elsewhere && <Note tone="danger">{reason(create.error)}</Note>}
      <TypeField value={type} onChange={setType} />
      <PathsField paths={paths} error={pathError} onChange={changePaths} />
      <TextField
        label="Name"
        value={name}
        maxLength={100}
        required
        dir="auto"
        error={fields.name?.[0]}
        onChange={(event) => setName(event.target.value)}
      />
      {type === 'book' && <SidecarSwitch on={sidecars} onChange={setSidecars} />}
      <Button
        type="submit"
        look="primary"
        className="h-10"
        busy={create.isPending}
        disabled={paths.length === 0 || name.trim() === ''}
      >
        Add library and scan it
      </Button>
    </form>
  )
}

interface SidecarSwitchProps {
  on: boolean
  onChange: (on: boolean) => void
}

export const SidecarSwitch = ({ on, onChange }: SidecarSwitchProps) => (
  <label className="flex items-start gap-2.5 text-sm">
    <input
      type="checkbox"
      checked={on}
      onChange={(event) => onChange(event.target.checked)}
      className="mt-0.5 size-4 accent-accent"
    />
    <span>
      <span className="font-medium">Write sidecar files</span>
      <span className="block text-xs text-soft">
        Keeps your edits as small .metadata.json files beside the books, so that they survive a lost database.
      </span>
    </span>
  </label>
)
