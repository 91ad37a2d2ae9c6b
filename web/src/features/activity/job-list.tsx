import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import type { ReactNode } from 'react'
import { jobListQuery } from '@/api/jobs'
import type { Job, JobStatus } from '@/api/types'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { JobRow } from './job-row'

const ACTIVE: JobStatus[] = ['in_progress', 'pending']
const ENDED: JobStatus[] = ['completed', 'failed', 'cancelled']
const PAGE = 20

export interface JobFilter {
  type?: string
  status?: JobStatus
  library?: number
  offset?: number
}

interface JobListProps {
  filter: JobFilter
  mayWrite: boolean
  onOffset: (offset: number) => void
}

/** Running and waiting jobs first, then what has ended, by pages. */
export function JobList({ filter, mayWrite, onOffset }: JobListProps) {
  const wanted = (statuses: JobStatus[]) =>
    filter.status ? statuses.filter((status) => status === filter.status) : statuses
  const query = {
    type: filter.type ? [filter.type] : undefined,
    library_id_or_global: filter.library,
  }
  const offset = filter.offset ?? 0
  const active = useQuery({
    ...jobListQuery({ ...query, status: wanted(ACTIVE), limit: 100 }),
    enabled: wanted(ACTIVE).length > 0,
  })
  const ended = useQuery({
    ...jobListQuery({ ...query, status: wanted(ENDED), limit: PAGE, offset }),
    enabled: wanted(ENDED).length > 0,
    placeholderData: (previous) => previous,
  })
  const error = active.error ?? ended.error
  if (error && !active.data && !ended.data) {
    return <ErrorState error={error} onRetry={() => void Promise.all([active.refetch(), ended.refetch()])} />
  }
  if (active.isLoading || ended.isLoading) return <Skeleton className="h-72 rounded-2xl" />

  const running = runningFirst(active.data?.jobs ?? [])
  const past = ended.data?.jobs ?? []
  if (running.length + past.length === 0) {
    return (
      <EmptyState icon={ListChecks} title="No jobs">
        Scans and exports appear here. Start a scan with the button beside a library's name.
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-6">
      <JobGroup title="Running and waiting" jobs={running} mayWrite={mayWrite} />
      <JobGroup title="Ended" jobs={past} mayWrite={mayWrite}>
        <Pager offset={offset} limit={PAGE} total={ended.data?.total ?? 0} onChange={onOffset} />
      </JobGroup>
    </div>
  )
}

const runningFirst = (jobs: Job[]) =>
  [...jobs].sort((a, b) => Number(b.status === 'in_progress') - Number(a.status === 'in_progress'))

interface JobGroupProps {
  title: string
  jobs: Job[]
  mayWrite: boolean
  children?: ReactNode
}

const JobGroup = ({ title, jobs, mayWrite, children }: JobGroupProps) =>
  jobs.length > 0 && (
    <section>
      <h2 className="mb-2 text-sm font-medium text-soft">{title}</h2>
      <ul className="divide-y overflow-hidden rounded-2xl border bg-surface">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} mayWrite={mayWrite} />
        ))}
      </ul>
      {children}
    </section>
  )
