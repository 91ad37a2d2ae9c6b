import { useParams, useSearch } from '@tanstack/react-router'
import type { Album } from '@/api/types'
import { itemSubject } from '@/api/subject'
import { ChildGrid } from '@/features/items/child-grid'
import { AlbumDetail } from '@/features/music/album-detail'
import { ArtistDetail } from '@/features/music/artist-detail'
import { LOOK_ALBUMS_OF_ARTIST } from '@/features/music/list-music'
import { albumBy, totalLength } from '@/features/music/music-text'
import { TrackDetail } from '@/features/music/track-detail'
import { TrackRows } from '@/features/music/track-rows'
import { ChildMenu } from '../menus/child-menu'
import { ON_COVER } from '../menus/item-menu'
import { Children, useChildren } from './children'
import { ItemPage, type ItemPageParts } from './item-page'

export function ArtistPage() {
  const { id } = useParams({ from: '/shell/artists/$id' })
  const search = useSearch({ from: '/shell/artists/$id' })
  return (
    <ItemPage kind="artist" id={id} search={search}>
      {(artist, parts) => (
        <ArtistDetail
          item={artist}
          {...parts}
          albums={
            <Children kind="artist" item={artist}>
              {(albums) => (
                <ChildGrid
                  items={albums}
                  list={LOOK_ALBUMS_OF_ARTIST}
                  menu={(album) => <ChildMenu item={itemSubject('album', album)} className={ON_COVER} />}
                />
              )}
            </Children>
          }
        />
      )}
    </ItemPage>
  )
}

export function AlbumPage() {
  const { id } = useParams({ from: '/shell/albums/$id' })
  const search = useSearch({ from: '/shell/albums/$id' })
  return (
    <ItemPage kind="album" id={id} search={search}>
      {(album, parts) => <WholeAlbum album={album} parts={parts} />}
    </ItemPage>
  )
}

/** An album tells how long its tracks play together. */
function WholeAlbum({ album, parts }: { album: Album; parts: ItemPageParts }) {
  const held = useChildren('album', album)
  return (
    <AlbumDetail
      item={album}
      {...parts}
      length={held.data ? totalLength(held.data) : null}
      tracks={
        <Children kind="album" item={album}>
          {(tracks) => (
            <TrackRows
              tracks={tracks}
              albumArtists={albumBy(album)}
              menu={(track) => <ChildMenu item={itemSubject('track', track)} />}
            />
          )}
        </Children>
      }
    />
  )
}

export function TrackPage() {
  const { id } = useParams({ from: '/shell/tracks/$id' })
  const search = useSearch({ from: '/shell/tracks/$id' })
  return (
    <ItemPage kind="track" id={id} search={search}>
      {(track, parts) => <TrackDetail item={track} {...parts} />}
    </ItemPage>
  )
}
