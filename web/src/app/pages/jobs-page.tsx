import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'
import { JobFilters } from '@/features/activity/job-filters'
import { JobList, type JobFilter } from '@/features/activity/job-list'
import { useTitle } from '@/lib/use-title'

export function JobsPage() {
  useTitle('Jobs')
  const me = useQuery(meQuery)
  const navigate = useNavigate()
  const filter = useSearch({ from: '/shell/settings/jobs' }) as JobFilter
  const go = (search: JobFilter) => void navigate({ to: '/settings/jobs', search })
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl font-semibold tracking-tight">Jobs</h1>
        <JobFilters filter={filter} onFilter={go} />
      </div>
      <JobList
        filter={filter}
        mayWrite={may(me.data, 'jobs:write')}
        onOffset={(offset) => go({ ...filter, offset: offset || undefined })}
      />
    </>
  )
}
