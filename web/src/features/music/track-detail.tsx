import type { Track } from '@/api/types'
import { DayFact, FieldFact, ItemFacts } from '@/components/items/item-facts'
import { ItemFrame, type DetailProps } from '@/components/items/item-frame'
import { Particulars } from '@/components/items/particulars'
import { Crew } from '@/components/items/people'
import { Texts } from '@/components/items/texts'
import { markedItem } from '@/components/metadata/marked'
import { Credits } from './credits'
import { artistsText, lengthOf } from './music-text'
import { TrackFiles } from './track-files'

export function TrackDetail({ item: track, libraryName, ...rest }: DetailProps<'track'>) {
  const of = markedItem('track', track)
  return (
    <ItemFrame
      kind="track"
      item={track}
      byline={artistsText(track.artists)}
      heading={
        <>
          <Credits artists={track.artists} of={of} />
          <Particulars
            of={of}
            values={[
              ['index_number', placeOf(track)],
              ['release_date', track.year],
              ['duration', lengthOf(track)],
            ]}
          />
        </>
      }
      below={<TrackFiles files={track.files} />}
      {...rest}
    >
      <Texts item={track} of={of} />
      <ItemFacts item={track} of={of} libraryName={libraryName}>
        <FieldFact of={of} field="disc" value={track.disc} />
        <DayFact of={of} field="release_date" value={track.release_date} />
        <Crew people={track.people} of={of} />
      </ItemFacts>
    </ItemFrame>
  )
}

const placeOf = ({ index_number: number }: Track) => (number === null ? null : `Track ${number}`)
