import { Eraser, Lock, LockOpen } from 'lucide-react'
import type { Subject } from '@/api/subject'
import type { FieldEvidence, ShownFile } from '@/api/types'
import { fieldName } from '@/components/metadata/field-names'
import { FieldValue } from '@/components/metadata/field-value'
import { Button } from '@/components/ui/button'
import { plural } from '@/lib/format'
import { why } from './evidence-text'
import { OfferCard } from './offer-card'
import { useEvidenceActions, type EvidenceActions } from './use-evidence'

interface FieldPanelProps {
  subject: Subject
  field: string
  evidence: FieldEvidence
  files: ShownFile[]
  mayWrite: boolean
}

/** Why one field says what it says: the value, the sentence, and every offer. */
export function FieldPanel({ subject, field, evidence, files, mayWrite }: FieldPanelProps) {
  const actions = useEvidenceActions(subject, field)
  const shown = JSON.stringify(evidence.value)
  const byHand = evidence.source === 'manual'
  return (
    <div className="grid gap-5">
      <section className="rounded-xl bg-sunken/70 p-4">
        <h3 className="text-xs text-soft">Shown now</h3>
        <FieldValue field={field} value={evidence.value} className="mt-1" />
        <p className="mt-3 text-sm text-soft">{why(evidence)}</p>
        {mayWrite && <FieldActions {...{ subject, field, evidence, actions }} />}
      </section>
      {evidence.offers.length > 0 && (
        <section>
          <h3 className="mb-2 text-sm font-medium">
            {plural(evidence.offers.length, 'offer')}, strongest first
          </h3>
          <ul className="grid gap-2">
            {evidence.offers.map((offer) => (
              <OfferCard
                key={`${offer.source} ${offer.origin}`}
                field={field}
                offer={offer}
                files={files}
                actions={mayWrite ? actions : null}
                isSaid={byHand && JSON.stringify(offer.value) === shown}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface FieldActionsProps {
  subject: Subject
  field: string
  evidence: FieldEvidence
  actions: EvidenceActions
}

function FieldActions({
  subject,
  field,
  evidence: { locked, cleared, value },
  actions: { say, lock },
}: FieldActionsProps) {
  const name = fieldName(field, subject.itemKind)
  const mayClear = field !== 'title' && !cleared && value !== null
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button
        className="!h-8"
        aria-pressed={locked}
        busy={lock.isPending}
        aria-label={`${locked ? 'Unlock' : 'Lock'} ${name}`}
        onClick={() => lock.mutate(!locked)}
      >
        {locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
        {locked ? 'Unlock' : 'Lock'}
      </Button>
      {mayClear && (
        <Button
          className="!h-8"
          busy={say.isPending && say.variables === null}
          aria-label={`Clear ${name}`}
          onClick={() => say.mutate(null)}
        >
          <Eraser aria-hidden="true" /> Clear
        </Button>
      )}
    </div>
  )
}
