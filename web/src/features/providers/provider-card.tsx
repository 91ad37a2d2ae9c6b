import type { Provider } from '@/api/types'
import { OutLink } from '@/components/metadata/identifiers'
import { Badge } from '@/components/ui/badge'
import { Note } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { exactTime } from '@/lib/format'
import { ProviderForm } from './provider-form'
import { knowledge, STATES } from './provider-text'

interface ProviderCardProps {
  provider: Provider
  mayWrite: boolean
}

/** One provider: what it knows, how it fares, and how it is asked. */
export function ProviderCard({ provider, mayWrite }: ProviderCardProps) {
  const { name, title, website, attribution, state } = provider
  return (
    <li
      aria-labelledby={`provider-${name}`}
      className="flex flex-col rounded-2xl border bg-surface p-4 sm:p-5"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 id={`provider-${name}`} className="font-semibold">
          {title}
        </h2>
        <Badge tone={STATES[state.status].tone} className="mt-0.5 shrink-0">
          {STATES[state.status].text}
        </Badge>
      </div>
      {knowledge(provider).map((line) => (
        <p key={line} className="mt-0.5 text-sm text-soft">
          {line}
        </p>
      ))}
      <Trouble state={state} />
      {mayWrite && <ProviderForm provider={provider} />}
      <div className="mt-auto pt-4">
        <p className="border-t pt-3 text-xs text-pretty text-soft">
          {attribution} <OutLink href={website}>{hostOf(website)}</OutLink>
        </p>
      </div>
    </li>
  )
}

function Trouble({ state: { status, message, since, until } }: Pick<Provider, 'state'>) {
  if (!message || status === 'off') return null
  return (
    <Note tone={status === 'key_refused' ? 'danger' : 'warn'} className="mt-3">
      {message}
      <span className="block text-xs">
        {since && (
          <>
            Said <TimeAgo at={since} />
            {until && ', '}
          </>
        )}
        {until && `asked again after ${exactTime(until)}`}
      </span>
    </Note>
  )
}

const hostOf = (address: string) => new URL(address).hostname.replace(/^www\./, '')
