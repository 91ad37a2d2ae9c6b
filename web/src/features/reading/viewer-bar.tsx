import type { ReactNode } from 'react'
import { MoveHorizontal, MoveVertical } from 'lucide-react'
import type { Fit } from './comic-viewer'

interface ViewerBarProps {
  title: string
  page: number
  total: number
  fit: Fit
  onPage: (page: number) => void
  onFit: (fit: Fit) => void
  back: ReactNode
}

export const ViewerBar = ({ title, page, total, fit, onPage, onFit, back }: ViewerBarProps) => (
  <header className="flex h-12 shrink-0 items-center gap-3 px-3 text-sm">
    {back}
    <h1 dir="auto" className="min-w-0 grow truncate font-medium">
      {title}
    </h1>
    <label className="flex items-center gap-2 max-sm:hidden">
      <span className="sr-only">Go to page</span>
      <input
        type="range"
        min={1}
        max={Math.max(1, total)}
        value={page + 1}
        aria-valuetext={`Page ${page + 1} of ${total}`}
        onChange={(event) => onPage(Number(event.target.value) - 1)}
        className="w-40"
      />
    </label>
    <p aria-live="polite" className="shrink-0 tabular-nums">
      {total === 0 ? 'No pages' : `${page + 1} / ${total}`}
    </p>
    <button
      type="button"
      aria-label={fit === 'height' ? 'Fit to width' : 'Fit to height'}
      onClick={() => onFit(fit === 'height' ? 'width' : 'height')}
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg hover:bg-white/15 [&>svg]:size-4"
    >
      {fit === 'height' ? <MoveHorizontal aria-hidden="true" /> : <MoveVertical aria-hidden="true" />}
    </button>
  </header>
)
