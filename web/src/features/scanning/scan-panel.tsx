import { useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react'
import { librariesQuery } from '@/api/libraries'
import { scanIsActive, scanQuery } from '@/api/scans'
import type { Scan } from '@/api/types'
import { ErrorState, Note, Skeleton } from '@/components/ui/feedback'
import { exactTime } from '@/lib/format'
import { PhaseCards } from './phase-cards'
import { endingFacts, endingTitle } from './scan-wording'

/** One scan of one library: its phases while it runs, its result when it has ended. */
export function ScanPanel({ scanId }: { scanId: number }) {
  const scan = useQuery(scanQuery(useQueryClient(), scanId))
  const libraries = useQuery(librariesQuery)
  if (scan.isPending) return <Skeleton className="h-64 rounded-2xl" />
  if (scan.isError) return <ErrorState error={scan.error} onRetry={() => void scan.refetch()} />
  const type = libraries.data?.find((library) => library.id === scan.data.library_id)?.type
  return (
    <section aria-label={`Scan of ${scan.data.library_name}`}>
      <h2 className="mb-3 text-base font-semibold" dir="auto">
        {`Library Scan: "${scan.data.library_name}"`}
      </h2>
      <Notes scan={scan.data} />
      <PhaseCards scan={scan.data} type={type} />
      {!scanIsActive(scan.data) && <Ending scan={scan.data} />}
    </section>
  )
}

const STALLED: Record<string, string> = {
  no_worker: 'No worker is running.',
  blocked_job: 'A job is blocked; look at the log.',
  provider_limit: 'A provider asked to wait.',
  slow_disk: 'The disk answers slowly.',
}

function Notes({ scan }: { scan: Scan }) {
  const stalled = scanIsActive(scan) && scan.health.state === 'stalled'
  return (
    <div className="mb-2 grid gap-2 empty:hidden">
      {stalled && (
        <Note tone="warn">
          This scan makes no progress. {STALLED[scan.health.reason ?? ''] ?? 'The log may say why.'}
        </Note>
      )}
      {scan.failure && <Note tone="danger">{scan.failure.message}</Note>}
      {scan.warnings.map((warning) => (
        <Note key={`${warning.code}${warning.root}${warning.message}`} tone="warn">
          {warning.message}
        </Note>
      ))}
    </div>
  )
}

const Icon = ({ scan }: { scan: Scan }) => {
  if (scan.status === 'cancelled') return <CircleSlash aria-hidden="true" className="size-5 text-soft" />
  if (scan.status === 'failed') return <TriangleAlert aria-hidden="true" className="size-5 text-danger" />
  if (scan.errors_count > 0) return <TriangleAlert aria-hidden="true" className="size-5 text-warn" />
  return <CircleCheck aria-hidden="true" className="size-5 text-accent" />
}

const Ending = ({ scan }: { scan: Scan }) => (
  <div className="mt-3 rounded-2xl border bg-surface p-4 sm:p-5">
    <h3 className="flex items-center gap-2.5 font-semibold">
      <Icon scan={scan} />
      {endingTitle(scan)}
    </h3>
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
      {endingFacts(scan).map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
      {scan.completed_at && <Fact name="Completed at" value={exactTime(scan.completed_at)} />}
    </dl>
  </div>
)

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt className="text-xs text-soft">{name}</dt>
    <dd className="mt-0.5 font-medium">{value}</dd>
  </div>
)
