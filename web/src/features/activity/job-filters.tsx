import { useQuery } from '@tanstack/react-query'
import { librariesQuery } from '@/api/libraries'
import type { JobStatus } from '@/api/types'
import { Select } from '@/components/ui/select'
import type { JobFilter } from './job-list'
import { TOP_LEVEL_TYPES, typeTitle } from './job-text'
import { STATUS_TEXTS } from './status-badge'

interface JobFiltersProps {
  filter: JobFilter
  onFilter: (filter: JobFilter) => void
}

export function JobFilters({ filter, onFilter }: JobFiltersProps) {
  const libraries = useQuery(librariesQuery)
  const set = (change: JobFilter) => onFilter({ ...filter, offset: undefined, ...change })
  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap gap-2">
      <Select
        aria-label="Type"
        value={filter.type ?? ''}
        options={[
          { value: '', text: 'All types' },
          ...TOP_LEVEL_TYPES.map((value) => ({ value, text: typeTitle(value) })),
        ]}
        onChange={(type) => set({ type: type || undefined })}
      />
      <Select
        aria-label="Status"
        value={filter.status ?? ''}
        options={[
          { value: '', text: 'Any status' },
          ...Object.entries(STATUS_TEXTS).map(([value, text]) => ({ value, text })),
        ]}
        onChange={(status) => set({ status: (status || undefined) as JobStatus | undefined })}
      />
      <Select
        aria-label="Library"
        value={`${filter.library ?? ''}`}
        className="max-w-56"
        options={[
          { value: '', text: 'All libraries' },
          ...(libraries.data ?? []).map(({ id, name }) => ({ value: `${id}`, text: name })),
        ]}
        onChange={(library) => set({ library: library ? Number(library) : undefined })}
      />
    </div>
  )
}
