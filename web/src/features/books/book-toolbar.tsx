import { LayoutGrid, List } from 'lucide-react'
import type { BookFilter } from '@/api/books'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Tooltip } from '@/components/ui/tooltip'

export type BookView = 'grid' | 'list'

const SORTS = [
  { value: 'title', text: 'Title' },
  { value: 'author', text: 'Author' },
  { value: 'series', text: 'Series' },
  { value: '-title', text: 'Title, Z to A' },
  { value: '-author', text: 'Author, Z to A' },
  { value: '-added', text: 'Added, newest first' },
  { value: 'added', text: 'Added, oldest first' },
  { value: '-updated', text: 'Changed, newest first' },
  { value: '-release_date', text: 'Published, newest first' },
  { value: 'release_date', text: 'Published, oldest first' },
]

interface BookToolbarProps {
  filter: BookFilter
  view: BookView
  onFilter: (filter: BookFilter) => void
  onView: (view: BookView) => void
}

/** How a library is ordered and shown. What narrows it are the chips. */
export const BookToolbar = ({ filter, view, onFilter, onView }: BookToolbarProps) => (
  <div className="flex items-center gap-1">
    <Select
      aria-label="Sort by"
      value={filter.sort ?? 'title'}
      options={SORTS}
      onChange={(sort) => onFilter({ ...filter, sort: sort === 'title' ? undefined : sort })}
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
