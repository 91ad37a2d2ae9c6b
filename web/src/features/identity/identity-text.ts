import type { Identity, ScorePart } from '@/api/types'
import { identifierName } from '@/components/metadata/field-names'
import { capital } from '@/lib/format'

const PARTS: Record<string, string> = {
  title: 'Title',
  year: 'Year',
  people: 'People',
  runtime: 'Runtime',
  tracks: 'Tracks',
}

/** What a score is made of, in words. */
export const partsOf = (parts: ScorePart[]) =>
  parts.map(({ what, points, of, offered }) => ({
    name: PARTS[what] ?? capital(what),
    points,
    of,
    said: offered ?? 'not told',
  }))

interface Explanation {
  identifier?: { type: string; value: string }
  parts?: ScorePart[]
}

const explanationOf = ({ explanation }: Identity) => (explanation ?? {}) as Explanation

/** What the score of a search was made of; nothing where there was none. */
export const scorePartsOf = (identity: Identity) => partsOf(explanationOf(identity).parts ?? [])

/** How it is known, as a sentence. */
export function howKnown(identity: Identity): string {
  if (identity.how === 'person') return 'Somebody chose it, and no scan changes it.'
  if (identity.how === 'search') return 'Found by a search for title and year.'
  const { identifier } = explanationOf(identity)
  return identifier
    ? `Known by ${identifierName(identifier.type)} ${identifier.value}, in its files or told by another provider.`
    : 'Known by an id in its files or told by another provider.'
}
