import { useQuery } from '@tanstack/react-query'
import { CornerLeftUp, Folder, FolderX } from 'lucide-react'
import { useState } from 'react'
import { reason } from '@/api/client'
import { foldersQuery } from '@/api/libraries'
import { Button } from '@/components/ui/button'
import { Note, Skeleton } from '@/components/ui/feedback'

interface FolderPickerProps {
  onPick: (path: string) => void
  onCancel?: () => void
}

const ROW = 'flex w-full items-center gap-2.5 px-3 py-2 text-left text-sm hover:bg-sunken'

/** Walks the folders the server can see; picks the one that is open. */
export function FolderPicker({ onPick, onCancel }: FolderPickerProps) {
  const [path, setPath] = useState<string | null>(null)
  const { data, error, isPending, isPlaceholderData } = useQuery({
    ...foldersQuery(path),
    placeholderData: (previous) => previous,
  })
  const up = data?.parent
  return (
    <div
      role="group"
      aria-label="Choose a folder"
      className="overflow-hidden rounded-xl border border-edge/60"
    >
      <div className="flex items-center gap-2 border-b bg-sunken px-3 py-2">
        <Folder aria-hidden="true" className="size-4 shrink-0 text-soft" />
        <span className="min-w-0 grow font-mono text-xs break-all" aria-live="polite">
          {data?.path || '/'}
        </span>
      </div>
      <ul className="h-56 overflow-y-auto" aria-busy={isPlaceholderData} aria-label="Folders">
        {error && (
          <li className="p-3">
            <Note tone="danger">{reason(error)}</Note>
          </li>
        )}
        {up != null && (
          <li>
            <button type="button" className={ROW} onClick={() => setPath(up)}>
              <CornerLeftUp aria-hidden="true" className="size-4 text-soft" />
              Up one folder
            </button>
          </li>
        )}
        {isPending && <PickerSkeleton />}
        {data?.folders.map((folder) => (
          <li key={folder.path}>
            <button type="button" className={ROW} onClick={() => setPath(folder.path)}>
              <Folder aria-hidden="true" className="size-4 shrink-0 text-accent" />
              <span dir="auto" className="truncate">
                {folder.name}
              </span>
            </button>
          </li>
        ))}
        {data?.folders.length === 0 && (
          <li className="flex items-center gap-2.5 px-3 py-2 text-sm text-soft">
            <FolderX aria-hidden="true" className="size-4" />
            No folders in here
          </li>
        )}
      </ul>
      <div className="flex justify-end gap-2 border-t px-3 py-2">
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        <Button look="primary" disabled={!data?.path} onClick={() => data && onPick(data.path)}>
          Use this folder
        </Button>
      </div>
    </div>
  )
}

const PickerSkeleton = () => (
  <li className="grid gap-2 p-3">
    {[70, 45, 60, 50].map((width) => (
      <div key={width} style={{ width: `${width}%` }}>
        <Skeleton className="h-5" />
      </div>
    ))}
  </li>
)
