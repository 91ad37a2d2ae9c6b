import type { ReactNode } from 'react'
import type { Movie } from '@/api/types'
import { Cover } from '@/components/items/cover'
import { Description } from '@/components/items/description'
import { ItemDetail, ItemHeading } from '@/components/items/item-detail'
import { MissingNote } from '@/components/items/missing-note'
import { Cast } from '@/components/items/people'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { Badge } from '@/components/ui/badge'
import { VideoFiles } from '@/components/video/video-files'
import { MovieFacts } from './movie-facts'
import { runtimeOf } from './movie-text'

interface MovieDetailProps {
  movie: Movie
  libraryName: string | undefined
  /** What can be done with the movie, and with its poster. */
  actions?: ReactNode
  coverAction?: ReactNode
}

export function MovieDetail({ movie, libraryName, actions, coverAction }: MovieDetailProps) {
  const of = markedMovie(movie)
  return (
    <ItemDetail
      picture={
        <>
          <Cover
            kind="movie"
            title={movie.title}
            author={movie.year === null ? undefined : `${movie.year}`}
            url={movie.cover_url}
            width={640}
            first
          />
          {coverAction}
        </>
      }
      below={
        <>
          <Cast people={movie.people} of={of} />
          <VideoFiles files={movie.files} empty="This movie has no files." />
        </>
      }
    >
      <Heading movie={movie} of={of} actions={actions} />
      <MissingNote kind="movie" item={movie} />
      <Texts movie={movie} of={of} />
      <MovieFacts movie={movie} of={of} libraryName={libraryName} />
    </ItemDetail>
  )
}

/** Marks of a movie: with one file everything that was read was read from it. */
const markedMovie = (movie: Movie): Marked => ({
  kind: 'movie',
  itemId: movie.id,
  path: movie.files.length === 1 ? movie.files[0]?.filepath : undefined,
  sources: movie.sources,
  locks: movie.locks,
})

interface PartProps {
  movie: Movie
  of: Marked
}

const Heading = ({ movie, of, actions }: PartProps & { actions?: ReactNode }) => (
  <ItemHeading
    actions={actions}
    title={
      <>
        {movie.title}
        <SourceMark of={of} field="title" />
      </>
    }
  >
    {movie.original_title && movie.original_title !== movie.title && (
      <p dir="auto" className="mt-1 font-serif text-lg wrap-anywhere text-soft">
        {movie.original_title}
        <SourceMark of={of} field="original_title" />
      </p>
    )}
    <Particulars movie={movie} of={of} />
  </ItemHeading>
)

/** Year, length and certification in one line. */
function Particulars({ movie, of }: PartProps) {
  const runtime = runtimeOf(movie)
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm empty:hidden max-sm:justify-center">
      {movie.year !== null && (
        <span>
          {movie.year}
          <SourceMark of={of} field="release_date" />
        </span>
      )}
      {runtime && (
        <span>
          {runtime}
          <SourceMark of={of} field="runtime_min" />
        </span>
      )}
      {movie.certification && (
        <span>
          <Badge>{movie.certification}</Badge>
          <SourceMark of={of} field="certification" />
        </span>
      )}
    </p>
  )
}

/** The outline stands for a description that is not there. */
const Texts = ({ movie, of }: PartProps) => (
  <>
    {movie.tagline && (
      <p dir="auto" className="mt-5 font-serif text-lg text-balance wrap-anywhere italic max-sm:text-center">
        {movie.tagline}
        <SourceMark of={of} field="tagline" />
      </p>
    )}
    {movie.description ? (
      <Description html={movie.description} of={of} field="description" />
    ) : (
      movie.outline && <Description html={movie.outline} of={of} field="outline" />
    )}
  </>
)
