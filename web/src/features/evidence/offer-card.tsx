import { Check } from 'lucide-react'
import { fileName } from '@/api/subject'
import type { Offer, ShownFile } from '@/api/types'
import { OutLink } from '@/components/metadata/identifiers'
import { FieldValue } from '@/components/metadata/field-value'
import { SourceLetter } from '@/components/metadata/source-letter'
import { providerName, providerSite, sourceText } from '@/components/metadata/source-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { TimeAgo } from '@/components/ui/time-ago'
import { cn } from '@/lib/cn'
import { fileIdOf } from './evidence-text'
import type { EvidenceActions } from './use-evidence'

interface OfferCardProps {
  field: string
  offer: Offer
  files: ShownFile[]
  /** Null for those who may only look. */
  actions: EvidenceActions | null
  /** Picking it would change nothing. */
  isSaid: boolean
}

/** What one source offers for the field, and what can be done with it. */
export function OfferCard({ field, offer, files, actions, isSaid }: OfferCardProps) {
  const path = files.find((file) => file.id === fileIdOf(offer))?.filepath
  const who = sourceText(offer.source, path)
  const site = providerSite(offer.source)
  return (
    <li className={cn('rounded-xl border p-3.5 text-sm', offer.wins && 'border-accent bg-wash/50')}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        <SourceLetter source={offer.source} />
        <span dir="auto" className="min-w-0" title={path && fileName(path)}>
          {site ? (
            <>
              From <OutLink href={site}>{providerName(offer.source)}</OutLink>
            </>
          ) : (
            who
          )}
        </span>
        <TimeAgo at={offer.observed_at} />
        {offer.wins && (
          <Badge tone="accent">
            <Check aria-hidden="true" className="size-3" /> Shown
          </Badge>
        )}
        {offer.stale && <Badge tone="warn">Said no more</Badge>}
      </div>
      <FieldValue field={field} value={offer.value} className="mt-2" />
      {actions && <OfferActions {...{ offer, actions, isSaid, who }} />}
    </li>
  )
}

type OfferActionsProps = Pick<OfferCardProps, 'offer' | 'isSaid'> & { actions: EvidenceActions; who: string }

function OfferActions({ offer, actions: { say, forget }, isSaid, who }: OfferActionsProps) {
  const byHand = offer.source === 'manual'
  const mayForget = offer.stale || byHand
  const mayUse = !isSaid && !byHand && !offer.wins
  if (!mayUse && !mayForget) return null
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {mayUse && (
        <Button
          className="!h-8"
          busy={say.isPending && say.variables === offer.value}
          disabled={say.isPending}
          aria-label={`Use this: ${who}`}
          onClick={() => say.mutate(offer.value)}
        >
          Use this
        </Button>
      )}
      {mayForget && (
        <Button
          look="plain"
          className="!h-8"
          busy={forget.isPending && forget.variables === offer}
          disabled={forget.isPending}
          aria-label={byHand ? 'Take the edit back' : `Forget: ${who}`}
          onClick={() => forget.mutate(offer)}
        >
          {byHand ? 'Take back' : 'Forget'}
        </Button>
      )}
    </div>
  )
}
