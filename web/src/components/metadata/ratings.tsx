import { Star } from 'lucide-react'
import { count, plural } from '@/lib/format'
import { ratingName } from './field-names'

interface RatingsProps {
  values: { source: string; value: number; votes: number | null }[]
}

/** What others think of it, each with how many they are. */
export const Ratings = ({ values }: RatingsProps) => (
  <span className="inline-flex flex-wrap gap-x-4 gap-y-1">
    {values.map(({ source, value, votes }) => (
      <span key={source} title={votes === null ? undefined : plural(votes, 'vote')}>
        <Star aria-hidden="true" className="mr-1 inline size-3.5 align-[-0.1em] text-accent" />
        {ratingName(source)} {Number(value.toFixed(1))}
        {votes !== null && <span className="text-soft"> ({count(votes)})</span>}
      </span>
    ))}
  </span>
)
