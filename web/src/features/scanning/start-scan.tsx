import { RefreshCw } from 'lucide-react'
import { isActive } from '@/api/jobs'
import { Button } from '@/components/ui/button'
import { useLatestScan } from './use-latest-scan'

/** The call to action of an empty library. */
export function StartScan({ libraryId }: { libraryId: number }) {
  const { latest, start } = useLatestScan(libraryId)
  const active = isActive(latest.data?.status)
  return (
    <Button look="primary" busy={active || start.isPending} onClick={() => start.mutate({})}>
      {!active && !start.isPending && <RefreshCw aria-hidden="true" />}
      {active ? 'Scanning' : 'Scan now'}
    </Button>
  )
}
