import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Settings2, Trash2 } from 'lucide-react'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice, MenuItem, MenuOption, MenuSeparator } from '@/components/ui/menu'
import { count } from '@/lib/format'
import { libraryIcon } from './library-types'

interface LibrarySwitcherProps {
  current: Library | undefined
  libraries: Library[]
}

export function LibrarySwitcher({ current, libraries }: LibrarySwitcherProps) {
  const navigate = useNavigate()
  const open = (id: string) => void navigate({ to: '/libraries/$id', params: { id: Number(id) } })
  return (
    <Menu
      label="Libraries"
      trigger={
        <Button
          look="plain"
          className="min-w-0 !shrink px-2.5"
          aria-label={`Library: ${current?.name ?? 'none chosen'}`}
        >
          <span dir="auto" className="truncate">
            {current?.name ?? 'Libraries'}
          </span>
          <ChevronsUpDown aria-hidden="true" className="shrink-0 text-soft" />
        </Button>
      }
    >
      <MenuChoice value={`${current?.id ?? ''}`} onChange={open}>
        {libraries.map((library) => {
          const Icon = libraryIcon(library.type)
          return (
            <MenuOption key={library.id} value={`${library.id}`}>
              <Icon aria-hidden="true" />
              <span dir="auto" className="max-w-56 truncate">
                {library.name}
              </span>
              <span className="ml-auto pl-4 text-xs text-soft">{count(library.counts.items)}</span>
            </MenuOption>
          )
        })}
      </MenuChoice>
      {libraries.length > 0 && <MenuSeparator />}
      {current && (
        <MenuItem onSelect={() => void navigate({ to: '/libraries/$id/trash', params: { id: current.id } })}>
          <Trash2 aria-hidden="true" /> Trash
          <span className="ml-auto pl-4 text-xs text-soft">{count(current.counts.missing)}</span>
        </MenuItem>
      )}
      <MenuItem onSelect={() => void navigate({ to: '/settings/libraries' })}>
        <Settings2 aria-hidden="true" /> Manage libraries
      </MenuItem>
    </Menu>
  )
}
