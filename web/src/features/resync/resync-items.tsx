import { RefreshCcwDot, ScanSearch } from 'lucide-react'
import type { Subject } from '@/api/subject'
import { MenuItem } from '@/components/ui/menu'
import { useResync, useResyncRuns } from './use-resync'

interface ResyncItemsProps {
  subject: Subject
  /** Refreshing overwrites, so it asks first; the dialog stands outside of the menu, which closes. */
  onRefresh: () => void
}

/** The two entries in the menu of an item or a file. */
export function ResyncItems({ subject, onRefresh }: ResyncItemsProps) {
  const run = useResync(subject)
  const runs = useResyncRuns(subject)
  return (
    <>
      <MenuItem disabled={runs} onSelect={() => run.mutate(false)}>
        <ScanSearch aria-hidden="true" /> Scan for new metadata
      </MenuItem>
      <MenuItem disabled={runs} onSelect={onRefresh}>
        <RefreshCcwDot aria-hidden="true" /> Refresh all metadata
      </MenuItem>
    </>
  )
}
