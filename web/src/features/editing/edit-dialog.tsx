import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { editedQuery } from '@/api/editing'
import type { Subject } from '@/api/subject'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { EditForm } from './edit-form'
import { useLeaveGuard } from './use-leave-guard'

interface EditDialogProps {
  subject: Subject
  onClose: () => void
}

/** Edits an item or a file by hand, starting from what the server says right now. */
export function EditDialog({ subject, onClose }: EditDialogProps) {
  const edited = useQuery(editedQuery(subject))
  const [dirty, setDirty] = useState(false)
  const guard = useLeaveGuard(dirty, onClose)
  return (
    <Dialog
      open
      onClose={guard.close}
      width="wide"
      title={`Edit ${subject.kind}`}
      description={<bdi>{subject.name}</bdi>}
    >
      {edited.isPending && <Waiting />}
      {edited.isError && <ErrorState error={edited.error} onRetry={() => void edited.refetch()} />}
      {edited.data && <EditForm subject={subject} start={edited.data} guard={guard} onDirty={setDirty} />}
    </Dialog>
  )
}

const Waiting = () => (
  <div className="grid gap-5">
    {['title', 'subtitle', 'description'].map((field) => (
      <div key={field} className="grid gap-1.5">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-10 w-full" />
      </div>
    ))}
  </div>
)
