import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { may, meQuery } from '@/api/access'
import { ApiError } from '@/api/client'
import { jobQuery } from '@/api/jobs'
import { live } from '@/api/live-hub'
import { scanQuery } from '@/api/scans'
import type { Job } from '@/api/types'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { JobHeader } from '@/features/activity/job-header'
import { JobTabs } from '@/features/activity/job-tabs'
import { PublishCard } from '@/features/publishing/publish-card'
import { ScanPanel } from '@/features/scanning/scan-panel'
import { useTitle } from '@/lib/use-title'

export function JobPage() {
  const { id } = useParams({ from: '/shell/settings/jobs/$id' })
  useTitle(`Job ${id}`)
  const job = useQuery(jobQuery(id))
  if (job.isPending) return <Skeleton className="h-64 rounded-2xl" />
  if (job.isError) {
    if (!(job.error instanceof ApiError) || job.error.status !== 404) {
      return <ErrorState error={job.error} onRetry={() => void job.refetch()} />
    }
    return (
      <EmptyState icon={SearchX} title="This job does not exist">
        Small jobs are tidied up a day after their scan.
      </EmptyState>
    )
  }
  return <JobDetail key={id} job={job.data} />
}

function JobDetail({ job }: { job: Job }) {
  const cache = useQueryClient()
  const me = useQuery(meQuery)
  const navigate = useNavigate({ from: '/settings/jobs/$id' })
  const { tab } = useSearch({ from: '/shell/settings/jobs/$id' })
  const scans = useQueries({ queries: job.scan_ids.map((id) => scanQuery(cache, id)) })
    .map((scan) => scan.data)
    .filter((scan) => scan !== undefined)
  const errors = scans.reduce((sum, scan) => sum + scan.errors_count, 0)
  const explained = job.scan_ids.length === 1 && scans.some((scan) => scan.failure !== null)
  const mayWrite = may(me.data, 'jobs:write')
  return (
    <div className="grid gap-8">
      <JobHeader job={job} errors={errors} explained={explained} mayWrite={mayWrite} />
      {job.type === 'publish' && <PublishCard job={job} />}
      {job.scan_ids.map((id) => (
        <ScanPanel key={id} scanId={id} />
      ))}
      <JobTabs
        job={job}
        scans={scans}
        live={live}
        tab={tab}
        mayWrite={mayWrite}
        onTab={(next) =>
          void navigate({ search: next === 'log' ? {} : { tab: next }, replace: true, resetScroll: false })
        }
      />
    </div>
  )
}
