import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { cancelJob, isActive, jobQuery } from '@/api/jobs'
import { keys } from '@/api/keys'
import { refreshPlan } from '@/api/publishing'
import type { Job } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { ProgressBar } from '@/components/ui/progress-bar'

interface PublishJobProps {
  jobId: number
  libraryId: number
  mayCancel: boolean
}

/** The job that is at work on the library's files, until it has done well. */
export function PublishJob({ jobId, libraryId, mayCancel }: PublishJobProps) {
  const cache = useQueryClient()
  const { data: job } = useQuery(jobQuery(jobId))
  const hasEnded = job !== undefined && !isActive(job.status)
  useEffect(() => {
    if (!hasEnded) return
    void cache.invalidateQueries({ queryKey: keys.publishRunLists(libraryId) })
    void cache.invalidateQueries({ queryKey: keys.publishAnyRun })
    void refreshPlan(cache, libraryId)
  }, [hasEnded, cache, libraryId])
  if (!job || job.status === 'completed') return null
  const link = (
    <Link
      to="/settings/jobs/$id"
      params={{ id: jobId }}
      className="underline decoration-line underline-offset-4 hover:decoration-current"
    >
      Job {jobId}
    </Link>
  )
  if (hasEnded) {
    return (
      <Note tone={job.status === 'failed' ? 'danger' : 'warn'} className="mt-4">
        {job.status === 'failed'
          ? `It failed: ${job.error?.message ?? 'nobody knows why'}.`
          : 'It was cancelled.'}{' '}
        What it had done by then is listed below. {link}
      </Note>
    )
  }
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl border bg-surface px-4 py-3 text-sm">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center justify-between gap-x-3">
          <span>{stage(job)}</span>
          {link}
        </p>
        <ProgressBar
          label={stage(job)}
          value={job.status === 'in_progress' ? job.progress : null}
          className="mt-2"
        />
      </div>
      {mayCancel && <Cancel job={job} />}
    </div>
  )
}

function stage(job: Job): string {
  if (job.cancel_requested_at) return 'Cancelling…'
  if (job.status === 'pending') return 'Waiting for its turn…'
  return isUndo(job) ? 'Taking back…' : 'Publishing…'
}

const isUndo = (job: Job) => (job.data as { undo_run_id?: number | null } | null)?.undo_run_id != null

function Cancel({ job }: { job: Job }) {
  const cache = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => cancelJob(job.id),
    onSuccess: (changed) => cache.setQueryData(keys.job(job.id), changed),
    onError: (error) => toast.error(reason(error)),
  })
  return (
    <Button busy={cancel.isPending || job.cancel_requested_at !== null} onClick={() => cancel.mutate()}>
      Cancel
    </Button>
  )
}
