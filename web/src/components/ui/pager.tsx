import { ChevronLeft, ChevronRight } from 'lucide-react'
import { count } from '@/lib/format'
import { IconButton } from './button'

interface PagerProps {
  offset: number
  limit: number
  total: number
  onChange: (offset: number) => void
}

export function Pager({ offset, limit, total, onChange }: PagerProps) {
  if (total <= limit) return null
  return (
    <nav aria-label="Pages" className="flex items-center justify-end gap-1 py-3 text-sm text-soft">
      <span className="mr-2">
        {count(offset + 1)}–{count(Math.min(offset + limit, total))} of {count(total)}
      </span>
      <IconButton
        aria-label="Previous page"
        disabled={offset === 0}
        onClick={() => onChange(Math.max(0, offset - limit))}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton
        aria-label="Next page"
        disabled={offset + limit >= total}
        onClick={() => onChange(offset + limit)}
      >
        <ChevronRight />
      </IconButton>
    </nav>
  )
}
