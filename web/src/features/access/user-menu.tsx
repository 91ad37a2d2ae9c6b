import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LibraryBig, ListChecks, LogOut, Server, UserRound } from 'lucide-react'
import { toast } from 'sonner'
import { may, signOut } from '@/api/access'
import { reason } from '@/api/client'
import type { Me } from '@/api/types'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'

export function UserMenu({ me }: { me: Me | undefined }) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const leave = useMutation({
    mutationFn: signOut,
    onError: (error) => toast.error(reason(error)),
    onSuccess: async () => {
      await navigate({ to: '/login' })
      cache.clear()
    },
  })
  return (
    <Menu
      align="end"
      trigger={
        <IconButton aria-label="Account and settings">
          <UserRound />
        </IconButton>
      }
    >
      {me && (
        <MenuLabel>
          Signed in as <b className="font-semibold text-ink">{me.username}</b>
        </MenuLabel>
      )}
      <MenuItem onSelect={() => void navigate({ to: '/settings/libraries' })}>
        <LibraryBig aria-hidden="true" /> Libraries
      </MenuItem>
      {may(me, 'jobs:read') && (
        <MenuItem onSelect={() => void navigate({ to: '/settings/jobs' })}>
          <ListChecks aria-hidden="true" /> Jobs
        </MenuItem>
      )}
      {may(me, 'config:read') && (
        <MenuItem onSelect={() => void navigate({ to: '/settings/system' })}>
          <Server aria-hidden="true" /> System
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem onSelect={() => leave.mutate()}>
        <LogOut aria-hidden="true" /> Sign out
      </MenuItem>
    </Menu>
  )
}
