import type { ReactNode } from 'react'
import { DayFact, FieldFact, ItemFacts } from '@/components/items/item-facts'
import { ItemFrame, type DetailProps } from '@/components/items/item-frame'
import { Particulars } from '@/components/items/particulars'
import { Texts } from '@/components/items/texts'
import { markedItem } from '@/components/metadata/marked'
import { plural } from '@/lib/format'
import { lifeOf } from './music-text'

interface ArtistDetailProps extends DetailProps<'artist'> {
  albums: ReactNode
}

export function ArtistDetail({ item: artist, libraryName, albums, ...rest }: ArtistDetailProps) {
  const of = markedItem('artist', artist)
  const [begin, end] = [artist.begin_date, artist.end_date]
  return (
    <ItemFrame
      kind="artist"
      item={artist}
      heading={
        <Particulars
          of={of}
          values={[
            ['begin_date', lifeOf(artist)],
            ['albums_count', plural(artist.albums_count, 'album')],
            ['tracks_count', plural(artist.tracks_count, 'track')],
          ]}
        />
      }
      below={albums}
      {...rest}
    >
      <Texts item={artist} of={of} />
      <ItemFacts item={artist} of={of} libraryName={libraryName}>
        <DayFact of={of} field="begin_date" value={begin} />
        {/* The years stand above, but not who says when it ended. */}
        {end && end.length <= 4 ? (
          <FieldFact of={of} field="end_date" value={end} />
        ) : (
          <DayFact of={of} field="end_date" value={end} />
        )}
      </ItemFacts>
    </ItemFrame>
  )
}
