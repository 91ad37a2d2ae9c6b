import { skipToken, useIsMutating, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { RefreshCw } from 'lucide-react'
import { failedScansQuery } from '@/api/scans'
import { IconButton } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { cn } from '@/lib/cn'
import { useNow } from '@/lib/use-now'
import { resyncState, resyncTitle } from './resync-state'
import { useLatestScan } from './use-latest-scan'

export function ResyncButton({ libraryId }: { libraryId: number }) {
  const navigate = useNavigate()
  const now = useNow()
  const { latest, start } = useLatestScan(libraryId)
  const starting = useIsMutating({ mutationKey: ['start-scan', libraryId] }) > 0
  const job = latest.data
  const state = resyncState(job)

  const options = failedScansQuery(job?.id ?? 0)
  const globalFailure = state === 'failed' && job?.library_id === null
  const failed = useQuery({ ...options, queryFn: globalFailure ? options.queryFn : skipToken })
  const title = resyncTitle(job, now, globalFailure ? failed.data : [])

  const onClick = () => {
    if (state === 'idle') start.mutate({})
    else void navigate({ to: '/settings/jobs/$id', params: { id: job!.id } })
  }

  return (
    <Tooltip text={title}>
      <IconButton
        aria-label={title}
        data-state={state}
        disabled={latest.isPending || starting}
        onClick={onClick}
        className="relative"
      >
        <RefreshCw aria-hidden="true" className={cn(state === 'active' && 'animate-spin text-accent')} />
        {state === 'failed' && <WarningBadge />}
      </IconButton>
    </Tooltip>
  )
}

const WarningBadge = () => (
  <span data-testid="scan-warning" className="absolute top-0.5 right-0.5 size-4 text-warn-mark">
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M8 1.2 15.4 14.6H.6Z"
        fill="currentColor"
        stroke="var(--color-canvas)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M7.2 6h1.6l-.3 4h-1ZM7.2 11h1.6v1.6H7.2Z" fill="#1c1917" />
    </svg>
  </span>
)
