import { isActive } from '@/api/jobs'
import type { Job, JobStatus } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Spinner } from '@/components/ui/spinner'

export const STATUS_TEXTS: Record<JobStatus, string> = {
  pending: 'Waiting',
  in_progress: 'Running',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

const TONES = {
  pending: 'plain',
  in_progress: 'accent',
  completed: 'plain',
  failed: 'danger',
  cancelled: 'plain',
} as const

export function StatusBadge({ job }: { job: Job }) {
  const stopping = isActive(job.status) && job.cancel_requested_at !== null
  return (
    <Badge tone={TONES[job.status]}>
      {job.status === 'in_progress' && <Spinner className="!size-3" />}
      {stopping ? 'Cancelling' : STATUS_TEXTS[job.status]}
    </Badge>
  )
}
