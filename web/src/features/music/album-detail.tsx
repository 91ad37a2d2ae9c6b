import type { ReactNode } from 'react'
import type { Album } from '@/api/types'
import { DayFact, FieldFact, ItemFacts } from '@/components/items/item-facts'
import { ItemFrame, type DetailProps } from '@/components/items/item-frame'
import { Particulars } from '@/components/items/particulars'
import { Crew } from '@/components/items/people'
import { Texts } from '@/components/items/texts'
import { markedItem } from '@/components/metadata/marked'
import { capital, plural } from '@/lib/format'
import { Credits } from './credits'
import { albumBy } from './music-text'

interface AlbumDetailProps extends DetailProps<'album'> {
  tracks: ReactNode
  /** How long it plays, once that is known. */
  length: string | null
}

export function AlbumDetail({ item: album, libraryName, tracks, length, ...rest }: AlbumDetailProps) {
  const of = markedItem('album', album)
  return (
    <ItemFrame
      kind="album"
      item={album}
      byline={albumBy(album)}
      heading={
        <>
          <Credits artists={album.artists} of={of} home={homeOf(album)} />
          <Particulars
            of={of}
            values={[
              ['release_date', album.year],
              ['tracks_count', plural(album.tracks_count, 'track')],
              ['duration', length],
            ]}
          />
        </>
      }
      below={tracks}
      {...rest}
    >
      <Texts item={album} of={of} />
      <ItemFacts item={album} of={of} libraryName={libraryName}>
        <DayFact of={of} field="release_date" value={album.release_date} />
        <FieldFact of={of} field="album_type" value={album.album_type && capital(album.album_type)} />
        <FieldFact of={of} field="publisher" value={album.label} />
        <Crew people={album.people} of={of} />
      </ItemFacts>
    </ItemFrame>
  )
}

const homeOf = ({ artist_id: id, artist: title }: Album) => (id === null ? null : { id, title })
