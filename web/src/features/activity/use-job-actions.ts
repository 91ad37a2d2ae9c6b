import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { cancelJob, retryJob } from '@/api/jobs'
import { keys } from '@/api/keys'
import type { Job } from '@/api/types'

/** Cancel and retry, for a job's row and for its page. */
export function useJobActions(onRetried?: (job: Job) => void) {
  const cache = useQueryClient()
  const onError = (error: unknown) => void toast.error(reason(error))
  const onSettled = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: keys.jobs }),
      cache.invalidateQueries({ queryKey: keys.scans }),
    ])

  const cancel = useMutation({
    mutationFn: (job: Job) => cancelJob(job.id),
    onSuccess: (job) => cache.setQueryData(keys.job(job.id), job),
    onError,
    onSettled,
  })
  const retry = useMutation({
    mutationFn: ({ job, onlyFailed }: { job: Job; onlyFailed?: true }) =>
      retryJob(job.id, onlyFailed ? { only_failed: true } : {}),
    onSuccess: (job) => {
      toast.success('Started again')
      onRetried?.(job)
    },
    onError,
    onSettled,
  })
  return { cancel, retry }
}

/** Whether a top-level job can be started again; errors of its scan count like a failure. */
export const isRetryable = (job: Job, errors = 0) =>
  job.status === 'failed' || job.status === 'cancelled' || (job.status === 'completed' && errors > 0)
