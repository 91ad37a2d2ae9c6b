import type { Match } from '@/api/types'
import { OutLink } from '@/components/metadata/identifiers'
import { ScoreBar } from '@/components/score-bar'
import { partsOf } from './identity-text'

const MOST_PEOPLE = 3

/** What a provider says of one that may be meant, and how well that fits. */
export function MatchFacts({ match }: { match: Match }) {
  const { title, year, people, description, page } = match
  const named = people.slice(0, MOST_PEOPLE).join(', ')
  return (
    <>
      <p className="font-medium wrap-anywhere">
        <bdi>{title}</bdi>
        {year !== null && <span className="font-normal text-soft"> ({year})</span>}
      </p>
      {named && (
        <p className="text-xs text-soft">
          <bdi>{named}</bdi>
          {people.length > MOST_PEOPLE && ', …'}
        </p>
      )}
      {description && (
        <p dir="auto" className="mt-1 line-clamp-2 text-xs text-soft">
          {description}
        </p>
      )}
      <ScoreBar score={match.score} parts={partsOf(match.parts)} className="mt-1" />
      {page && (
        <p className="mt-1.5 text-xs text-soft">
          <OutLink href={page}>{new URL(page).hostname.replace(/^www\./, '')}</OutLink>
        </p>
      )}
    </>
  )
}
