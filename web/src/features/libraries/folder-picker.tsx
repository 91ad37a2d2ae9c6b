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
  const start = useQuery(foldersQuery(null))
  const { data, error, isPending, isPlaceholderData } = useQuery({
    ...foldersQuery(path),
    placeholderData: (previous) => previous,
  })
  const mayGoUp = data != null && (data.parent !== null || (data.path !== null && start.data?.path === null))
  return (
    <div
      role="group"
      aria-label="Choose a folder"
      className="overflow-hidden rounded-xl border border-edge/60"
    >
      <PathInput key={path} path={data?.path ?? ''} onGo={setPath} />
      <ul className="h-56 overflow-y-auto" aria-busy={isPlaceholderData} aria-label="Folders">
        {error && (
          <li className="p-3">
            <Note tone="danger">{reason(error)}</Note>
          </li>
        )}
        {mayGoUp && (
          <li>
            <button type="button" className={ROW} onClick={() => setPath(data.parent)}>
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
        <Button
          look="primary"
          disabled={!data?.path || error !== null || isPlaceholderData}
          onClick={() => data?.path && onPick(data.path)}
        >
          Use this folder
        </Button>
      </div>
    </div>
  )
}

/** The open folder; another one can be typed or pasted, also before the open one is known. */
function PathInput({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? path
  const go = () => shown.trim() && onGo(shown.trim())
  return (
    <div className="flex items-center gap-2 border-b bg-sunken py-1.5 pr-1.5 pl-3">
      <Folder aria-hidden="true" className="size-4 shrink-0 text-soft" />
      <input
        aria-label="Folder path"
        value={shown}
        placeholder="/"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The picker stands in a form that is not to be sent yet.
          event.preventDefault()
          go()
        }}
        className="h-7 min-w-0 grow rounded bg-transparent px-1 font-mono text-xs"
      />
      {shown.trim() !== path && (
        <Button look="plain" className="!h-7 !px-2 text-xs" onClick={go}>
          Go
        </Button>
      )}
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
