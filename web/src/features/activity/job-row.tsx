import { Link } from '@tanstack/react-router'
import { CircleStop, RotateCcw } from 'lucide-react'
import { isActive } from '@/api/jobs'
import type { Job } from '@/api/types'
import { IconButton } from '@/components/ui/button'
import { ProgressBar } from '@/components/ui/progress-bar'
import { TimeAgo } from '@/components/ui/time-ago'
import { Tooltip } from '@/components/ui/tooltip'
import { duration } from '@/lib/format'
import { useNow } from '@/lib/use-now'
import { jobDuration, jobSubject, jobTitle } from './job-text'
import { StatusBadge } from './status-badge'
import { isRetryable, useJobActions } from './use-job-actions'

interface JobRowProps {
  job: Job
  mayWrite: boolean
}

export function JobRow({ job, mayWrite }: JobRowProps) {
  const took = jobDuration(job, useNow())
  const title = jobTitle(job)
  const subject = jobSubject(job)
  return (
    <li className="flex items-center gap-3 px-4 py-3 hover:bg-sunken/60">
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            to="/settings/jobs/$id"
            params={{ id: job.id }}
            dir="auto"
            className="text-sm font-medium underline-offset-4 hover:underline"
          >
            {title}
          </Link>
          <StatusBadge job={job} />
        </div>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-soft">
          <span>#{job.id}</span>
          <TimeAgo at={job.created_at} />
          {took !== null && (
            <span>{isActive(job.status) ? `for ${duration(took)}` : `took ${duration(took)}`}</span>
          )}
          {subject && <span className="font-mono break-all">{subject}</span>}
        </p>
        {job.error && <p className="mt-1 text-xs text-danger">{job.error.message}</p>}
        {job.status === 'in_progress' && (job.type === 'scan' || job.type === 'publish') && (
          <ProgressBar label={title} value={job.progress} className="mt-2 max-w-md" />
        )}
      </div>
      {mayWrite && <RowActions job={job} title={title} />}
    </li>
  )
}

function RowActions({ job, title }: { job: Job; title: string }) {
  const { cancel, retry } = useJobActions()
  if (isActive(job.status)) {
    return (
      <Tooltip text="Cancel">
        <IconButton
          aria-label={`Cancel ${title}`}
          disabled={cancel.isPending || job.cancel_requested_at !== null}
          onClick={() => cancel.mutate(job)}
        >
          <CircleStop />
        </IconButton>
      </Tooltip>
    )
  }
  if (!isRetryable(job)) return null
  return (
    <Tooltip text="Retry">
      <IconButton
        aria-label={`Retry ${title}`}
        disabled={retry.isPending}
        onClick={() => retry.mutate({ job })}
      >
        <RotateCcw />
      </IconButton>
    </Tooltip>
  )
}
