import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { identityPreviewQuery } from '@/api/identity'
import type { ItemKind } from '@/api/kinds'
import type { Subject } from '@/api/subject'
import type { Match, ProviderIdentity } from '@/api/types'
import { ValueChange } from '@/components/metadata/value-change'
import { Button } from '@/components/ui/button'
import { ActionRow } from '@/components/ui/dialog'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { plural } from '@/lib/format'
import { MatchFacts } from './match-facts'
import { MatchPicture } from './match-picture'

interface IdentityPreviewProps {
  subject: Subject
  at: ProviderIdentity
  match: Match
  busy: boolean
  onChoose: () => void
  onBack: () => void
}

/** What the item would show if it were this, field by field, before it is chosen. */
export function IdentityPreview({ subject, at, match, busy, onChoose, onBack }: IdentityPreviewProps) {
  const preview = useQuery(identityPreviewQuery(subject.itemId, at.provider, match))
  const fields = Object.entries({ ...preview.data?.file_fields, ...preview.data?.fields })
  return (
    <div className="grid gap-4">
      <Button look="plain" className="-ml-3.5 justify-self-start text-soft" onClick={onBack}>
        <ArrowLeft aria-hidden="true" /> All matches
      </Button>
      <div className="flex gap-3 text-sm">
        <MatchPicture kind={subject.itemKind} provider={at.provider} address={match.picture} />
        <div className="min-w-0 grow">
          <MatchFacts match={match} />
        </div>
      </div>
      <section aria-label="What would change" aria-busy={preview.isFetching}>
        {preview.isPending && <Waiting title={at.title} />}
        {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && <Changes of={subject.itemKind} fields={fields} source={at.provider} />}
      </section>
      <div className="sticky -bottom-5 -mx-5 -mb-5 bg-raised px-5 pt-3 pb-5 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6 sm:pb-6">
        <ActionRow>
          <Button onClick={onBack}>Back</Button>
          <Button look="primary" busy={busy} disabled={preview.isError} onClick={onChoose}>
            Choose this
          </Button>
        </ActionRow>
      </div>
    </div>
  )
}

const Waiting = ({ title }: { title: string }) => (
  <div className="grid gap-3 rounded-xl border p-4 text-sm">
    <p className="text-soft">Asking {title} what would change…</p>
    <Skeleton className="h-4 w-3/4" />
    <Skeleton className="h-4 w-1/2" />
  </div>
)

interface ChangesProps {
  of: ItemKind
  fields: [string, unknown[]][]
  source: string
}

const Changes = ({ of, fields, source }: ChangesProps) =>
  fields.length === 0 ? (
    <p className="rounded-xl border bg-sunken/60 p-4 text-center text-sm text-soft">
      No field would change; artwork may come.
    </p>
  ) : (
    <div className="rounded-xl border px-4">
      <h3 className="border-b py-2.5 text-sm font-medium">{plural(fields.length, 'field')} would change</h3>
      <div className="divide-y">
        {fields.map(([field, [before, after]]) => (
          <ValueChange key={field} of={of} field={field} before={before} after={after} sourceAfter={source} />
        ))}
      </div>
    </div>
  )
