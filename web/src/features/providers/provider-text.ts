import type { Provider, ProviderStatus } from '@/api/types'
import { isKind, KINDS } from '@/api/kinds'
import { capital } from '@/lib/format'

export const STATES = {
  off: { text: 'Off', tone: 'plain' },
  needs_key: { text: 'Needs a key', tone: 'warn' },
  key_refused: { text: 'Key refused', tone: 'danger' },
  down: { text: 'Left alone', tone: 'warn' },
  ready: { text: 'Ready', tone: 'accent' },
} as const satisfies Record<ProviderStatus, { text: string; tone: string }>

/** `Movies, shows, seasons: metadata and artwork`; kinds of which it knows the same stand together. */
export function knowledge({ kinds }: Provider): string[] {
  const groups = new Map<string, string[]>()
  for (const { kind, metadata, artwork } of kinds) {
    const what = [metadata && 'metadata', artwork && 'artwork'].filter(Boolean).join(' and ')
    groups.set(what, [...(groups.get(what) ?? []), isKind(kind) ? KINDS[kind].path : kind])
  }
  return [...groups].map(([what, names]) => `${capital(names.join(', '))}: ${what}`)
}

/** `20 requests in 1 second`. */
export const limitText = (limit: Provider['limit']) =>
  limit === null
    ? 'no limit'
    : `${limit.requests} ${limit.requests === 1 ? 'request' : 'requests'} in ${limit.seconds} ${limit.seconds === 1 ? 'second' : 'seconds'}`
