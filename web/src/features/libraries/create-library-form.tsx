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
  const [nfos, setNfos] = useState(false)
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
      options: { write_sidecars: type === 'book' ? sidecars : nfos },
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
      {type === 'book' ? (
        <SidecarSwitch type={type} on={sidecars} onChange={setSidecars} />
      ) : (
        <SidecarSwitch type={type} on={nfos} onChange={setNfos} />
      )}
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
  type: LibraryType
  on: boolean
  onChange: (on: boolean) => void
}

const ASKED: Record<LibraryType, [title: string, text: string]> = {
  book: [
    'Write sidecar files',
    'Keeps your edits as small .metadata.json files beside the books, so that they survive a lost database.',
  ],
  movie: ['Write NFO files', 'Puts your edits into the NFO files beside the movies; all else in them stays.'],
  tv: [
    'Write NFO files',
    'Puts your edits into the NFO files of shows, seasons and episodes; all else in them stays.',
  ],
  music: [
    'Write NFO files',
    'Puts your edits into the NFO files that artists and albums have; all else in them stays.',
  ],
}

export const SidecarSwitch = ({ type, on, onChange }: SidecarSwitchProps) => (
  <label className="flex items-start gap-2.5 text-sm">
    <input
      type="checkbox"
      checked={on}
      onChange={(event) => onChange(event.target.checked)}
      className="mt-0.5 size-4 accent-accent"
    />
    <span>
      <span className="font-medium">{ASKED[type][0]}</span>
      <span className="block text-xs text-soft">{ASKED[type][1]}</span>
    </span>
  </label>
)
