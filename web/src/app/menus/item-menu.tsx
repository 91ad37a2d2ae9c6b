import { useQuery } from '@tanstack/react-query'
import { CheckSquare, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { may, meQuery } from '@/api/access'
import { writeAccess } from '@/api/kinds'
import type { Subject } from '@/api/subject'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { MoreButton } from '@/components/ui/more-button'
import { RefreshDialog } from '@/features/resync/refresh-dialog'
import { ResyncItems } from '@/features/resync/resync-items'
import { useResyncRuns } from '@/features/resync/use-resync'
import { DeleteDialog } from '@/features/trash/delete-dialog'

/** How the menu looks over a picture. */
export const ON_COVER = 'bg-raised/90 shadow-cover hover:bg-raised max-sm:!size-8'

interface ItemMenuProps {
  item: Subject
  /** Its name for assistive technology. */
  label?: string
  className?: string
  /** Absent where editing and selecting have a place of their own. */
  onEdit?: () => void
  onSelect?: () => void
}

/** The "..." of an item: on its card, in its row, on its page. */
export function ItemMenu({
  item,
  label = `More actions for ${item.name}`,
  className,
  onEdit,
  onSelect,
}: ItemMenuProps) {
  const me = useQuery(meQuery)
  const runs = useResyncRuns(item)
  const [asks, setAsks] = useState<'refresh' | 'delete'>()
  const close = () => setAsks(undefined)
  if (!may(me.data, writeAccess(item.itemKind))) return null
  return (
    <>
      <Menu align="end" trigger={<MoreButton busy={runs} aria-label={label} className={className} />}>
        {onEdit && (
          <MenuItem onSelect={onEdit}>
            <Pencil aria-hidden="true" /> Edit
          </MenuItem>
        )}
        {onSelect && (
          <MenuItem onSelect={onSelect}>
            <CheckSquare aria-hidden="true" /> Select
          </MenuItem>
        )}
        {(onEdit || onSelect) && <MenuSeparator />}
        <ResyncItems subject={item} onRefresh={() => setAsks('refresh')} />
        <MenuSeparator />
        <MenuItem onSelect={() => setAsks('delete')}>
          <Trash2 aria-hidden="true" /> Delete
        </MenuItem>
      </Menu>
      {asks === 'refresh' && <RefreshDialog subject={item} onClose={close} />}
      {asks === 'delete' && <DeleteDialog items={[item]} onClose={close} />}
    </>
  )
}
