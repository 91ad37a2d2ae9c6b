import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { identityQuery } from '@/api/identity'
import { KINDS } from '@/api/kinds'
import type { Subject } from '@/api/subject'
import type { Identities, Match, ProviderIdentity as AtProvider } from '@/api/types'
import { Button } from '@/components/ui/button'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { Sheet } from '@/components/ui/sheet'
import { IdentityPreview } from './identity-preview'
import { ProviderIdentity } from './provider-identity'
import { useIdentityActions, type IdentityActions } from './use-identity'

interface IdentitySheetProps {
  subject: Subject
  mayWrite: boolean
  onClose: () => void
}

/** What the item is at each provider, how that is known, and how to say otherwise. */
export function IdentitySheet({ subject, mayWrite, onClose }: IdentitySheetProps) {
  const identities = useQuery(identityQuery(subject.itemId))
  const actions = useIdentityActions(subject)
  const [tried, setTried] = useState<{ at: AtProvider; match: Match }>()
  const choose = () =>
    tried &&
    actions.choose.mutate(
      { provider: tried.at, match: tried.match },
      { onSuccess: () => setTried(undefined) },
    )
  return (
    <Sheet width="wide" title="Identity" description={<bdi>{subject.name}</bdi>} onClose={onClose}>
      {identities.isPending && <Skeleton className="h-40 w-full rounded-xl" />}
      {identities.isError && (
        <ErrorState error={identities.error} onRetry={() => void identities.refetch()} />
      )}
      {tried && (
        <IdentityPreview
          subject={subject}
          at={tried.at}
          match={tried.match}
          busy={actions.choose.isPending}
          onChoose={choose}
          onBack={() => setTried(undefined)}
        />
      )}
      {identities.data && (
        <div className="grid gap-3" hidden={tried !== undefined}>
          <Overview
            subject={subject}
            identities={identities.data}
            actions={mayWrite ? actions : null}
            onPreview={(at, match) => setTried({ at, match })}
          />
        </div>
      )}
    </Sheet>
  )
}

interface OverviewProps {
  subject: Subject
  identities: Identities
  actions: IdentityActions | null
  onPreview: (at: AtProvider, match: Match) => void
}

function Overview({ subject, identities, actions, onPreview }: OverviewProps) {
  // What was found at one that is off by now still stands; of the others there is nothing to see.
  const isShown = (at: AtProvider) => at.is_usable || at.identity !== null || at.candidates.length > 0
  const shown = identities.providers.filter(isShown)
  const off = identities.providers.filter((at) => !isShown(at))
  return (
    <>
      {shown.map((at) => (
        <ProviderIdentity
          key={at.provider}
          subject={subject}
          at={at}
          actions={actions}
          onPreview={(match) => onPreview(at, match)}
        />
      ))}
      {off.length > 0 && (
        <p className="text-sm text-pretty text-soft">
          {shown.length === 0 && `No provider of ${KINDS[subject.itemKind].path} is switched on. `}
          Not asked: {off.map(({ title }) => title).join(', ')}. They are switched on in Settings, Providers.
        </p>
      )}
      {actions && identities.providers.some((at) => at.is_usable) && (
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button busy={actions.enrich.isPending} onClick={() => actions.enrich.mutate()}>
            {!actions.enrich.isPending && <RefreshCw aria-hidden="true" />} Ask providers again
          </Button>
          <p className="min-w-0 text-xs text-soft">Edits, locks and what somebody chose stay.</p>
        </div>
      )}
    </>
  )
}
