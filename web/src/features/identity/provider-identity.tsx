import { Pin } from 'lucide-react'
import type { Subject } from '@/api/subject'
import type { Match, ProviderIdentity as AtProvider } from '@/api/types'
import { Identifiers } from '@/components/metadata/identifiers'
import { ScoreBar } from '@/components/score-bar'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { plural } from '@/lib/format'
import { howKnown, scorePartsOf } from './identity-text'
import { MatchCard } from './match-card'
import { MatchSearch } from './match-search'
import type { IdentityActions } from './use-identity'

interface ProviderIdentityProps {
  subject: Subject
  at: AtProvider
  /** Null for those who may only look. */
  actions: IdentityActions | null
  onPreview: (match: Match) => void
}

/** What the item is called at one provider: what is known, what may be meant, and a search. */
export function ProviderIdentity({ subject, at, actions, onPreview }: ProviderIdentityProps) {
  const matches = (found: Match[]) => (
    <ul className="grid gap-2">
      {found.map((match) => (
        <MatchCard
          key={`${match.type} ${match.value}`}
          kind={subject.itemKind}
          provider={at.provider}
          match={match}
          busy={actions?.choose.isPending === true && actions.choose.variables.match === match}
          disabled={actions?.choose.isPending === true}
          onPreview={actions ? () => onPreview(match) : undefined}
          onChoose={actions ? () => actions.choose.mutate({ provider: at, match }) : undefined}
        />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby={`identity-${at.provider}`} className="rounded-2xl border p-4">
      <div className="flex items-center justify-between gap-3">
        <h3 id={`identity-${at.provider}`} className="font-medium">
          {at.title}
        </h3>
        {!at.is_usable && <Badge>Off</Badge>}
        {at.is_usable && !at.identity && (
          <Badge tone={at.candidates.length > 0 ? 'warn' : 'plain'}>
            {at.candidates.length > 0 ? 'Needs a choice' : 'Not identified'}
          </Badge>
        )}
      </div>
      {at.identity && <Known subject={subject} at={at} actions={actions} />}
      {at.candidates.length > 0 && (
        <div className="mt-3">
          <h4 className="mb-2 text-sm text-soft">
            {plural(at.candidates.length, 'match', 'matches')}: say which it is
          </h4>
          {matches(at.candidates)}
        </div>
      )}
      {actions && at.is_usable && at.can_search && (
        <MatchSearch subject={subject} provider={at.provider} title={at.title}>
          {matches}
        </MatchSearch>
      )}
    </section>
  )
}

function Known({ subject, at, actions }: Omit<ProviderIdentityProps, 'onPreview'>) {
  const identity = at.identity!
  const parts = scorePartsOf(identity)
  return (
    <div className="mt-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Identifiers kind={subject.itemKind} values={[identity]} />
        {identity.pinned && (
          <Badge tone="accent">
            <Pin aria-hidden="true" className="size-3" /> Chosen
          </Badge>
        )}
      </p>
      <p className="mt-1 text-soft">{howKnown(identity)}</p>
      {identity.score !== null && <ScoreBar score={identity.score} parts={parts} className="mt-2" />}
      {actions && (
        <Button
          className="mt-2.5 !h-8"
          aria-label={`Forget what it is at ${at.title}`}
          busy={actions.forget.isPending && actions.forget.variables === at.provider}
          onClick={() => actions.forget.mutate(at.provider)}
        >
          Forget
        </Button>
      )}
    </div>
  )
}
