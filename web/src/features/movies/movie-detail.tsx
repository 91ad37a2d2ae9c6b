import type { Movie } from '@/api/types'
import { DayFact, FieldFact, ItemFacts } from '@/components/items/item-facts'
import { ItemFrame, type DetailProps } from '@/components/items/item-frame'
import { Cast, Crew } from '@/components/items/people'
import { Texts } from '@/components/items/texts'
import { markedItem } from '@/components/metadata/marked'
import { FilmHeading } from '@/components/video/film-heading'
import { TrailerFact } from '@/components/video/trailer-fact'
import { VideoFiles } from '@/components/video/video-files'

export function MovieDetail({ item: movie, libraryName, ...rest }: DetailProps<'movie'>) {
  const of = markedItem('movie', movie)
  return (
    <ItemFrame
      kind="movie"
      item={movie}
      byline={yearOf(movie)}
      heading={<FilmHeading film={movie} of={of} first={[['release_date', movie.year]]} />}
      below={
        <>
          <Cast people={movie.people} of={of} />
          <VideoFiles files={movie.files} empty="This movie has no files." />
        </>
      }
      {...rest}
    >
      <Texts item={movie} of={of} />
      <ItemFacts
        item={movie}
        of={of}
        libraryName={libraryName}
        after={
          <>
            <FieldFact of={of} field="collection" value={movie.collection} />
            <TrailerFact of={of} address={movie.trailer_url} />
          </>
        }
      >
        <DayFact of={of} field="release_date" value={movie.release_date} />
        <Crew people={movie.people} of={of} />
      </ItemFacts>
    </ItemFrame>
  )
}

const yearOf = ({ year }: Movie) => (year === null ? undefined : `${year}`)
