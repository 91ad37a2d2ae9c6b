import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { isKind, routeOf } from '@/api/kinds'
import { SCAN_PAGE, scanErrorsQuery } from '@/api/scans'
import type { ScanError } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { TimeAgo } from '@/components/ui/time-ago'
import { typeTitle } from './job-text'

export function ScanErrors({ scanId }: { scanId: number }) {
  const [offset, setOffset] = useState(0)
  const errors = useQuery({
    ...scanErrorsQuery(scanId, offset),
    placeholderData: (previous) => previous,
  })
  if (errors.isPending) return <Skeleton className="h-40 rounded-2xl" />
  if (errors.isError) return <ErrorState error={errors.error} onRetry={() => void errors.refetch()} />
  if (errors.data.total === 0) {
    return (
      <EmptyState icon={CircleCheck} title="No errors">
        Everything this scan met could be read.
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="divide-y rounded-2xl border bg-surface">
        {errors.data.errors.map((error) => (
          <ErrorRow key={error.id} error={error} />
        ))}
      </ul>
      <Pager offset={offset} limit={SCAN_PAGE} total={errors.data.total} onChange={setOffset} />
    </>
  )
}

const ErrorRow = ({ error }: { error: ScanError }) => (
  <li className="px-4 py-3 text-sm">
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span className="font-medium">{error.message}</span>
      {error.resolved_at && <Badge tone="accent">Resolved</Badge>}
    </p>
    {error.path && <p className="mt-1 font-mono text-xs break-all">{error.path}</p>}
    <p className="mt-1 flex flex-wrap gap-x-2.5 text-xs text-soft">
      <span className="font-mono">{error.code}</span>
      {error.job_type && <span>{typeTitle(error.job_type)}</span>}
      {error.attempts > 1 && <span>{error.attempts} tries</span>}
      <TimeAgo at={error.created_at} />
      {error.item_id && error.item_kind && isKind(error.item_kind) && (
        <Link to={routeOf(error.item_kind)} params={{ id: error.item_id }} className="text-accent underline">
          Open {error.item_kind}
        </Link>
      )}
      {error.job_id && (
        <Link to="/settings/jobs/$id" params={{ id: error.job_id }} className="text-accent underline">
          Open job
        </Link>
      )}
    </p>
  </li>
)
