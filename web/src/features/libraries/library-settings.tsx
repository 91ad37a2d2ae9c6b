import { useQuery } from '@tanstack/react-query'
import { LibraryBig, Plus } from 'lucide-react'
import { useState } from 'react'
import { librariesQuery } from '@/api/libraries'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { CreateLibraryForm } from './create-library-form'
import { DeleteLibraryDialog } from './delete-library-dialog'
import { EditLibraryDialog } from './edit-library-dialog'
import { LibraryCard } from './library-card'

interface LibrarySettingsProps {
  mayWrite: boolean
  adding: boolean
  onAdding: (adding: boolean) => void
  onCreated: (library: Library) => void
}

export function LibrarySettings({ mayWrite, adding, onAdding, onCreated }: LibrarySettingsProps) {
  const libraries = useQuery(librariesQuery)
  const [editing, setEditing] = useState<Library | null>(null)
  const [deleting, setDeleting] = useState<Library | null>(null)
  const add = mayWrite && (
    <Button look="primary" onClick={() => onAdding(true)}>
      <Plus aria-hidden="true" /> Add library
    </Button>
  )
  return (
    <>
      <div className="mb-4 flex items-center justify-between gap-4">
        <h1 className="text-xl font-semibold tracking-tight">Libraries</h1>
        {libraries.data && libraries.data.length > 0 && add}
      </div>
      {libraries.isPending && <Skeleton className="h-40 rounded-2xl" />}
      {libraries.isError && <ErrorState error={libraries.error} onRetry={() => void libraries.refetch()} />}
      {libraries.data?.length === 0 && (
        <EmptyState icon={LibraryBig} title="No libraries yet" action={add}>
          A library is one or more folders of media. Add one and Colophon reads what is in it.
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {libraries.data?.map((library) => (
          <LibraryCard
            key={library.id}
            library={library}
            mayWrite={mayWrite}
            onEdit={() => setEditing(library)}
            onDelete={() => setDeleting(library)}
          />
        ))}
      </ul>
      <Dialog open={adding && mayWrite} onClose={() => onAdding(false)} title="Add library">
        <CreateLibraryForm onDone={onCreated} />
      </Dialog>
      {editing && <EditLibraryDialog library={editing} onClose={() => setEditing(null)} />}
      {deleting && <DeleteLibraryDialog library={deleting} onClose={() => setDeleting(null)} />}
    </>
  )
}
