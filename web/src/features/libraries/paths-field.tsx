import { FolderPlus, X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { FolderPicker } from './folder-picker'

interface PathsFieldProps {
  paths: string[]
  error?: string
  onChange: (paths: string[]) => void
}

/** The folders of a library: chosen from the server's folders or typed. */
export function PathsField({ paths, error, onChange }: PathsFieldProps) {
  const [picking, setPicking] = useState(false)
  const add = (path: string) => {
    const clean = path.trim()
    if (clean && !paths.includes(clean)) onChange([...paths, clean])
    setPicking(false)
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">Folders</legend>
      {paths.map((path) => (
        <div key={path} className="flex items-center gap-2 rounded-lg bg-sunken py-1 pr-1 pl-3">
          <span className="min-w-0 grow font-mono text-xs break-all">{path}</span>
          <IconButton
            aria-label={`Remove ${path}`}
            className="size-7"
            onClick={() => onChange(paths.filter((other) => other !== path))}
          >
            <X />
          </IconButton>
        </div>
      ))}
      {picking ? (
        <FolderPicker onPick={add} onCancel={() => setPicking(false)} />
      ) : (
        <Button className="justify-self-start" onClick={() => setPicking(true)}>
          <FolderPlus aria-hidden="true" /> {paths.length === 0 ? 'Choose a folder' : 'Add another folder'}
        </Button>
      )}
      {error && (
        <p role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}
