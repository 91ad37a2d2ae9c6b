import { DayFact, ItemFacts } from '@/components/items/item-facts'
import { ItemFrame, type DetailProps } from '@/components/items/item-frame'
import { Cast, Crew } from '@/components/items/people'
import { Texts } from '@/components/items/texts'
import { markedItem } from '@/components/metadata/marked'
import { FilmHeading } from '@/components/video/film-heading'
import { VideoFiles } from '@/components/video/video-files'
import { placeText } from './show-text'

export function EpisodeDetail({ item: episode, libraryName, ...rest }: DetailProps<'episode'>) {
  const of = markedItem('episode', episode)
  return (
    <ItemFrame
      kind="episode"
      item={episode}
      byline={placeText(episode) ?? undefined}
      heading={
        <FilmHeading
          film={episode}
          of={of}
          first={[
            ['index_number', placeText(episode)],
            ['release_date', episode.year],
          ]}
        />
      }
      below={
        <>
          <Cast people={episode.people} of={of} />
          <VideoFiles files={episode.files} empty="This episode has no files." />
        </>
      }
      {...rest}
    >
      <Texts item={episode} of={of} />
      <ItemFacts item={episode} of={of} libraryName={libraryName}>
        <DayFact of={of} field="release_date" value={episode.aired} />
        <Crew people={episode.people} of={of} />
      </ItemFacts>
    </ItemFrame>
  )
}
