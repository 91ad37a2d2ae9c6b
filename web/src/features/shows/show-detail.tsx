import type { ReactNode } from 'react'
import { DayFact, ItemFacts } from '@/components/items/item-facts'
import { ItemFrame, type DetailProps } from '@/components/items/item-frame'
import { Cast, Crew } from '@/components/items/people'
import { Texts } from '@/components/items/texts'
import { markedItem } from '@/components/metadata/marked'
import { Badge } from '@/components/ui/badge'
import { FilmHeading } from '@/components/video/film-heading'
import { TrailerFact } from '@/components/video/trailer-fact'
import { VideoFiles } from '@/components/video/video-files'
import { yearsOf } from './show-text'

interface ShowDetailProps extends DetailProps<'show'> {
  seasons: ReactNode
}

export function ShowDetail({ item: show, libraryName, seasons, ...rest }: ShowDetailProps) {
  const of = markedItem('show', show)
  const years = yearsOf(show)
  return (
    <ItemFrame
      kind="show"
      item={show}
      byline={years ?? undefined}
      heading={
        <FilmHeading
          film={show}
          of={of}
          first={[['release_date', years]]}
          more={[['status', show.status && <Badge tone="accent">{show.status}</Badge>]]}
        />
      }
      below={
        <>
          {seasons}
          <Cast people={show.people} of={of} />
          <VideoFiles files={show.files} />
        </>
      }
      {...rest}
    >
      <Texts item={show} of={of} />
      <ItemFacts
        item={show}
        of={of}
        libraryName={libraryName}
        after={<TrailerFact of={of} address={show.trailer_url} />}
      >
        <DayFact of={of} field="release_date" value={show.release_date} />
        <DayFact of={of} field="end_date" value={show.end_date} />
        <Crew people={show.people} of={of} />
      </ItemFacts>
    </ItemFrame>
  )
}
