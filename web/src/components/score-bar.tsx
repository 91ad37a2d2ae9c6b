import { cn } from '@/lib/cn'

interface ShownPart {
  name: string
  points: number
  /** The most it can add, where that is told. */
  of?: number
  /** What it was given for. */
  said?: string | null
}

interface ScoreBarProps {
  /** Of 100. */
  score: number
  parts: ShownPart[]
  className?: string
}

const whole = (points: number) => `${Math.round(points)}`.replace('-', '−')

/** How well something fits, and on request what that is made of. */
export const ScoreBar = ({ score, parts, className }: ScoreBarProps) => (
  <details className={cn('text-xs', className)}>
    <summary className="flex h-6 w-full max-w-64 list-none items-center gap-2 rounded [&::-webkit-details-marker]:hidden">
      <span aria-hidden="true" className="h-1.5 min-w-8 grow overflow-hidden rounded-full bg-line">
        <span
          className={cn('block h-full rounded-full', score >= 80 ? 'bg-accent' : 'bg-warn-sign')}
          style={{ width: `${Math.max(0, Math.min(100, score))}%` }}
        />
      </span>
      <span className="font-medium whitespace-nowrap underline decoration-line underline-offset-3">
        {whole(score)} of 100
      </span>
    </summary>
    <dl className="mt-1.5 grid w-full max-w-64 grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 text-soft">
      {parts.map(({ name, points, of, said }) => (
        <div key={name} className="col-span-3 grid grid-cols-subgrid">
          <dt>{name}</dt>
          <dd dir="auto" className="truncate text-end" title={said ?? undefined}>
            {said}
          </dd>
          <dd className={cn('text-end whitespace-nowrap', points < 0 && 'text-danger')}>
            {whole(points)}
            {of !== undefined && ` / ${whole(of)}`}
          </dd>
        </div>
      ))}
    </dl>
  </details>
)
