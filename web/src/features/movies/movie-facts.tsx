import { Link } from '@tanstack/react-router'
import type { Movie } from '@/api/types'
import { Fact, Facts, LINK, Terms } from '@/components/items/facts'
import { Crew } from '@/components/items/people'
import { fieldName } from '@/components/metadata/field-names'
import { Identifiers, OutLink } from '@/components/metadata/identifiers'
import { Ratings } from '@/components/metadata/ratings'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { TimeAgo } from '@/components/ui/time-ago'
import { dayText } from '@/lib/format'

interface MovieFactsProps {
  movie: Movie
  of: Marked
  libraryName: string | undefined
}

const TERMS = [
  ['genres', 'genre'],
  ['tags', 'tag'],
  ['studios', 'studio'],
  ['countries', 'country'],
] as const

export function MovieFacts({ movie, of, libraryName }: MovieFactsProps) {
  const mark = (field: string) => <SourceMark of={of} field={field} />
  return (
    <Facts>
      {movie.ratings.length > 0 && (
        <Fact name="Ratings" mark={mark('ratings')}>
          <Ratings values={movie.ratings} />
        </Fact>
      )}
      {movie.user_rating !== null && (
        <Fact name={fieldName('user_rating')} mark={mark('user_rating')}>
          {movie.user_rating}
        </Fact>
      )}
      {/* The year alone stands above. */}
      {movie.release_date && movie.release_date !== `${movie.year}` && (
        <Fact name={fieldName('release_date', 'movie')} mark={mark('release_date')}>
          {dayText(movie.release_date)}
        </Fact>
      )}
      <Crew people={movie.people} of={of} />
      {TERMS.map(
        ([field, type]) =>
          movie[field].length > 0 && (
            <Fact key={field} name={fieldName(field)} mark={mark(field)}>
              <Terms terms={movie[field]} libraryId={movie.library_id} type={type} />
            </Fact>
          ),
      )}
      {movie.collection && (
        <Fact name="Collection" mark={mark('collection')}>
          {movie.collection}
        </Fact>
      )}
      {movie.identifiers.length > 0 && (
        <Fact name="Identifiers" mark={mark('identifiers')}>
          <Identifiers kind="movie" values={movie.identifiers} />
        </Fact>
      )}
      {movie.trailer_url && /^https?:/.test(movie.trailer_url) && (
        <Fact name="Trailer" mark={mark('trailer_url')}>
          <OutLink href={movie.trailer_url}>Watch the trailer</OutLink>
        </Fact>
      )}
      <Fact name="Library">
        <Link to="/libraries/$id" params={{ id: movie.library_id }} className={LINK}>
          {libraryName ?? 'Open'}
        </Link>
      </Fact>
      <Fact name="Added">
        <TimeAgo at={movie.created_at} />
      </Fact>
    </Facts>
  )
}
