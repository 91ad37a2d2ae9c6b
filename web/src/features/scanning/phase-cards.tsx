import { Check, Circle, CircleSlash, Info, type LucideIcon } from 'lucide-react'
import type { LibraryType, Scan } from '@/api/types'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Spinner } from '@/components/ui/spinner'
import { cn } from '@/lib/cn'
import { phaseCards, type PhaseCard, type PhaseState } from './scan-wording'

interface PhaseCardsProps {
  scan: Scan
  type: LibraryType | undefined
}

export const PhaseCards = ({ scan, type }: PhaseCardsProps) => (
  <ol className="grid gap-2">
    {phaseCards(scan, type).map((card) =>
      card.state === 'done' ? (
        <DoneLine key={card.phase} card={card} />
      ) : (
        <OpenCard key={card.phase} card={card} />
      ),
    )}
  </ol>
)

const DoneLine = ({ card }: { card: PhaseCard }) => (
  <li data-phase={card.phase} data-phase-state="done" className="flex gap-3 rounded-xl px-4 py-2 text-sm">
    <Check aria-label="Done" className="mt-0.5 size-4 shrink-0 text-accent" strokeWidth={3} />
    <p className="flex flex-wrap gap-x-3 gap-y-0.5">
      <span className="font-medium">{card.title}</span>
      {card.lines.map((line) => (
        <span key={line} className="text-soft">
          {line}
        </span>
      ))}
    </p>
  </li>
)

const ICONS: Partial<Record<PhaseState, LucideIcon>> = { waiting: Circle, stopped: CircleSlash }

function OpenCard({ card }: { card: PhaseCard }) {
  const waiting = card.state === 'waiting'
  const Icon = ICONS[card.state] ?? Info
  return (
    <li
      data-phase={card.phase}
      data-phase-state={card.state}
      className={cn('rounded-xl border px-4 py-3', waiting ? 'border-dashed' : 'bg-surface')}
    >
      <div className="flex items-center gap-3">
        {card.state === 'running' ? (
          <Spinner className="text-accent" />
        ) : (
          <Icon aria-hidden="true" className="size-4 text-soft" />
        )}
        <h3 className={cn('text-sm font-medium', waiting && 'text-soft')}>{card.title}</h3>
      </div>
      {!waiting && <CardBody card={card} />}
    </li>
  )
}

const CardBody = ({ card }: { card: PhaseCard }) => (
  <div className="mt-2 grid gap-1 pl-7 text-sm text-soft">
    {card.state === 'running' && (
      <ProgressBar label={card.title} value={card.percentage} className="mt-1 mb-2" />
    )}
    {card.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {card.current && (
      <p className="mt-1 grid gap-0.5">
        <span>{card.phase === 'scanning' ? 'Currently scanning:' : 'Currently looking at:'}</span>
        <span dir="ltr" className="truncate font-mono text-xs text-ink" title={card.current}>
          {card.current}
        </span>
      </p>
    )}
  </div>
)
