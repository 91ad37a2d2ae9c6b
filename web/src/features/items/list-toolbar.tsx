import { LayoutGrid, List } from 'lucide-react'
import type { ItemFilter } from '@/api/items'
import type { ListKind } from '@/components/items/list-kind'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Tooltip } from '@/components/ui/tooltip'

export type ListView = 'grid' | 'list'

interface ListToolbarProps {
  list: ListKind
  filter: ItemFilter
  view: ListView
  onFilter: (filter: ItemFilter) => void
  onView: (view: ListView) => void
}

/** How a library is ordered and shown. What narrows it are the chips. */
export const ListToolbar = ({ list, filter, view, onFilter, onView }: ListToolbarProps) => (
  <div className="flex items-center gap-1">
    <Select
      aria-label="Sort by"
      value={filter.sort ?? list.sorts[0].value}
      options={list.sorts}
      onChange={(sort) => onFilter({ ...filter, sort: sort === list.sorts[0].value ? undefined : sort })}
    />
    <Tooltip text="Covers">
      <IconButton aria-label="Covers" aria-pressed={view === 'grid'} onClick={() => onView('grid')}>
        <LayoutGrid />
      </IconButton>
    </Tooltip>
    <Tooltip text="List">
      <IconButton aria-label="List" aria-pressed={view === 'list'} onClick={() => onView('list')}>
        <List />
      </IconButton>
    </Tooltip>
  </div>
)
