import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FolderCheck } from 'lucide-react'
import { useState } from 'react'
import { isKind, routeOf } from '@/api/kinds'
import { SCAN_PAGE, scanItemsQuery } from '@/api/scans'
import type { ScanChange, ScanItem } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { Select } from '@/components/ui/select'
import { plural } from '@/lib/format'

const CHANGES: Record<ScanChange, string> = { added: 'New', updated: 'Updated', missing: 'Missing' }
const TONES = { added: 'accent', updated: 'plain', missing: 'warn' } as const

export function ScanItems({ scanId }: { scanId: number }) {
  const [change, setChange] = useState<ScanChange>()
  const [offset, setOffset] = useState(0)
  const items = useQuery({
    ...scanItemsQuery(scanId, change, offset),
    placeholderData: (previous) => previous,
  })
  const filter = (
    <Select
      aria-label="Change"
      className="mb-3"
      value={change ?? ''}
      options={[
        { value: '', text: 'All changes' },
        ...Object.entries(CHANGES).map(([value, text]) => ({ value, text })),
      ]}
      onChange={(value) => {
        setChange((value || undefined) as ScanChange | undefined)
        setOffset(0)
      }}
    />
  )
  if (items.isPending) return <Skeleton className="h-40 rounded-2xl" />
  if (items.isError) return <ErrorState error={items.error} onRetry={() => void items.refetch()} />
  return (
    <>
      {filter}
      {items.data.total === 0 && (
        <EmptyState icon={FolderCheck} title="Nothing changed">
          What a scan adds, updates or misses is listed here.
        </EmptyState>
      )}
      <ul className="divide-y rounded-2xl border bg-surface empty:hidden">
        {items.data.items.map((item, index) => (
          <ItemRow key={item.item_id ?? `${index}${item.path}`} item={item} />
        ))}
      </ul>
      <Pager offset={offset} limit={SCAN_PAGE} total={items.data.total} onChange={setOffset} />
    </>
  )
}

const ItemRow = ({ item }: { item: ScanItem }) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
    <Badge tone={TONES[item.change]}>{CHANGES[item.change]}</Badge>
    <span dir="auto" className="min-w-0 font-medium">
      {item.item_id && isKind(item.kind) ? (
        <Link
          to={routeOf(item.kind)}
          params={{ id: item.item_id }}
          className="underline-offset-4 hover:underline"
        >
          {item.title}
        </Link>
      ) : (
        item.title
      )}
    </span>
    {item.assets_queued > 0 && (
      <span className="text-xs text-soft">
        {item.assets_cached} of {plural(item.assets_queued, 'asset')} cached
      </span>
    )}
    {item.job_id && (
      <Link
        to="/settings/jobs/$id"
        params={{ id: item.job_id }}
        className="ml-auto text-xs text-accent underline"
      >
        Job {item.job_id}
      </Link>
    )}
    {item.path && <span className="w-full font-mono text-xs break-all text-soft">{item.path}</span>}
  </li>
)
