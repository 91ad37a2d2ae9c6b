import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, CircleStop, RefreshCcwDot, RefreshCw, ScrollText } from 'lucide-react'
import { isActive } from '@/api/jobs'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { useLatestScan } from './use-latest-scan'

export function ResyncMenu({ libraryId }: { libraryId: number }) {
  const navigate = useNavigate()
  const { latest, start, cancel } = useLatestScan(libraryId)
  const job = latest.data
  const active = isActive(job?.status)
  return (
    <Menu
      trigger={
        <IconButton aria-label="Scan actions" className="!w-6">
          <ChevronDown className="!size-4" />
        </IconButton>
      }
    >
      <MenuItem disabled={active || start.isPending} onSelect={() => start.mutate({})}>
        <RefreshCw aria-hidden="true" /> Scan now
      </MenuItem>
      <MenuItem disabled={active || start.isPending} onSelect={() => start.mutate({ force: true })}>
        <RefreshCcwDot aria-hidden="true" /> Full rescan
      </MenuItem>
      <MenuItem disabled={!active || cancel.isPending} onSelect={() => cancel.mutate(job!.id)}>
        <CircleStop aria-hidden="true" /> Cancel scan
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        disabled={!job}
        onSelect={() => void navigate({ to: '/settings/jobs/$id', params: { id: job!.id } })}
      >
        <ScrollText aria-hidden="true" /> Open job
      </MenuItem>
    </Menu>
  )
}
