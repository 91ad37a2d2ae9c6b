import { useQuery } from '@tanstack/react-query'
import { ListTree } from 'lucide-react'
import { useState } from 'react'
import { jobListQuery } from '@/api/jobs'
import type { JobStatus } from '@/api/types'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { Select } from '@/components/ui/select'
import { JobRow } from './job-row'
import { STATUS_TEXTS } from './status-badge'

const PAGE = 50

/** The jobs a scan is made of: one a directory, one an asset. */
export function ChildJobs({ scanId, mayWrite }: { scanId: number; mayWrite: boolean }) {
  const [status, setStatus] = useState<JobStatus>()
  const [offset, setOffset] = useState(0)
  const jobs = useQuery({
    ...jobListQuery({ scan_id: scanId, status: status ? [status] : undefined, limit: PAGE, offset }),
    placeholderData: (previous) => previous,
  })
  if (jobs.isPending) return <Skeleton className="h-40 rounded-2xl" />
  if (jobs.isError) return <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />
  return (
    <>
      <Select
        aria-label="Status"
        className="mb-3"
        value={status ?? ''}
        options={[
          { value: '', text: 'Any status' },
          ...Object.entries(STATUS_TEXTS).map(([value, text]) => ({ value, text })),
        ]}
        onChange={(value) => {
          setStatus((value || undefined) as JobStatus | undefined)
          setOffset(0)
        }}
      />
      {jobs.data.total === 0 && (
        <EmptyState icon={ListTree} title="No jobs here">
          Jobs that went well are tidied up a day after their scan; failed ones stay for thirty days.
        </EmptyState>
      )}
      <ul className="divide-y overflow-hidden rounded-2xl border bg-surface empty:hidden">
        {jobs.data.jobs.map((job) => (
          <JobRow key={job.id} job={job} mayWrite={mayWrite} />
        ))}
      </ul>
      <Pager offset={offset} limit={PAGE} total={jobs.data.total} onChange={setOffset} />
    </>
  )
}
