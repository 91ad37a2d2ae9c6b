import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, CircleStop, RotateCcw, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import { isActive } from '@/api/jobs'
import type { Job } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { duration } from '@/lib/format'
import { useNow } from '@/lib/use-now'
import { jobDuration, jobSubject, jobTitle } from './job-text'
import { StatusBadge } from './status-badge'
import { isRetryable, useJobActions } from './use-job-actions'

interface JobHeaderProps {
  job: Job
  /** Errors its scans left open. */
  errors: number
  /** Whether its scan tells below what went wrong. */
  explained: boolean
  mayWrite: boolean
}

export function JobHeader({ job, errors, explained, mayWrite }: JobHeaderProps) {
  const subject = jobSubject(job)
  return (
    <header>
      <Link
        to={job.parent_id ? '/settings/jobs/$id' : '/settings/jobs'}
        params={{ id: job.parent_id ?? 0 }}
        className="mb-3 inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        {job.parent_id ? `Job ${job.parent_id}` : 'Jobs'}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 dir="auto" className="flex flex-wrap items-center gap-3 text-xl font-semibold tracking-tight">
            {jobTitle(job)} <StatusBadge job={job} />
          </h1>
          {subject && <p className="mt-1 font-mono text-xs break-all text-soft">{subject}</p>}
        </div>
        {mayWrite && <Actions job={job} errors={errors} />}
      </div>
      {job.error && !explained && (
        <Note tone="danger" className="mt-4">
          {job.error.message} <span className="font-mono text-xs">({job.error.code})</span>
        </Note>
      )}
      <JobFacts job={job} />
    </header>
  )
}

function Actions({ job, errors }: { job: Job; errors: number }) {
  const navigate = useNavigate()
  const open = ({ id }: Job) => void navigate({ to: '/settings/jobs/$id', params: { id } })
  const { cancel, retry } = useJobActions(open)
  const again = retry.isPending ? retry.variables : undefined
  if (isActive(job.status)) {
    const stopping = job.cancel_requested_at !== null
    return (
      <Button busy={cancel.isPending || stopping} onClick={() => cancel.mutate(job)}>
        {!cancel.isPending && !stopping && <CircleStop aria-hidden="true" />}
        {stopping ? 'Cancelling' : 'Cancel'}
      </Button>
    )
  }
  if (!isRetryable(job, errors)) return null
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        disabled={retry.isPending}
        busy={again && !again.onlyFailed}
        onClick={() => retry.mutate({ job })}
      >
        <RotateCcw aria-hidden="true" /> {job.scan_ids.length > 0 ? 'Retry all' : 'Retry'}
      </Button>
      {errors > 0 && job.type === 'scan' && (
        <Button
          disabled={retry.isPending}
          busy={again?.onlyFailed}
          onClick={() => retry.mutate({ job, onlyFailed: true })}
        >
          <Wrench aria-hidden="true" /> Retry failed
        </Button>
      )}
    </div>
  )
}

function JobFacts({ job }: { job: Job }) {
  const took = jobDuration(job, useNow())
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
      <Fact name="Created">
        <TimeAgo at={job.created_at} />
      </Fact>
      <Fact name="Duration">{took === null ? '–' : duration(took)}</Fact>
      <Fact name="Job">
        #{job.id}
        {job.retry_of && (
          <>
            {' '}
            (again for{' '}
            <Link to="/settings/jobs/$id" params={{ id: job.retry_of }} className="text-accent underline">
              #{job.retry_of}
            </Link>
            )
          </>
        )}
      </Fact>
      <Fact name="Tries">
        {job.attempt} of {job.max_attempts}
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-xs text-soft">{name}</dt>
    <dd className="mt-0.5">{children}</dd>
  </div>
)
