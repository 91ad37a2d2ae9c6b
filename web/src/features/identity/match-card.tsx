import type { ItemKind } from '@/api/kinds'
import type { Match } from '@/api/types'
import { Button } from '@/components/ui/button'
import { MatchFacts } from './match-facts'
import { MatchPicture } from './match-picture'

interface MatchCardProps {
  kind: ItemKind
  provider: string
  match: Match
  busy: boolean
  disabled: boolean
  /** Absent for those who may only look. */
  onChoose?: () => void
  onPreview?: () => void
}

/** One that may be meant, and what can be done with it. */
export function MatchCard({ kind, provider, match, busy, disabled, onChoose, onPreview }: MatchCardProps) {
  const name = match.year === null ? match.title : `${match.title} (${match.year})`
  return (
    <li className="flex gap-3 rounded-xl border p-3 text-sm">
      <MatchPicture kind={kind} provider={provider} address={match.picture} />
      <div className="min-w-0 grow">
        <MatchFacts match={match} />
        {(onChoose || onPreview) && (
          <div className="mt-2.5 flex flex-wrap gap-2">
            {onPreview && (
              <Button className="!h-8" aria-label={`Preview ${name}`} disabled={disabled} onClick={onPreview}>
                Preview
              </Button>
            )}
            {onChoose && (
              <Button
                className="!h-8"
                aria-label={`Choose ${name}`}
                busy={busy}
                disabled={disabled}
                onClick={onChoose}
              >
                Choose
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
