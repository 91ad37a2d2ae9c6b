import type { AlbumListItem, ArtistListItem, TrackListItem } from '@/api/types'
import {
  commonSorts,
  HOLDER_CHIPS,
  STATE_CHIPS,
  type Chip,
  type ListKind,
} from '@/components/items/list-kind'
import { capital, plural } from '@/lib/format'
import { albumBy, artistsText, lengthOf, lifeOf } from './music-text'

const line = (...parts: (string | number | null)[]) => parts.filter(Boolean).join(' · ')

const PERSON: Chip = { look: 'name', filter: 'person_id', label: 'Person', names: 'people' }
const TERMS: Chip[] = [
  { look: 'term', filter: 'genre' },
  { look: 'term', filter: 'style' },
  { look: 'term', filter: 'mood' },
  { look: 'term', filter: 'tag' },
]

/** How albums are listed. */
export const LIST_ALBUMS: ListKind = {
  kind: 'album',
  sorts: commonSorts('Released'),
  chips: [PERSON, ...TERMS, ...HOLDER_CHIPS],
  names: ['people', 'terms'],
  lookOf: (album: AlbumListItem) => ({
    byline: albumBy(album),
    aside: line(album.genres.join(', '), plural(album.tracks_count, 'track')),
    badges: [album.year === null ? '' : `${album.year}`, typeOf(album)].filter(Boolean),
  }),
}

/** The albums on an artist's page: who made them need not be said. */
export const LOOK_ALBUMS_OF_ARTIST: Pick<ListKind, 'kind' | 'lookOf'> = {
  kind: 'album',
  lookOf: (album: AlbumListItem) => ({
    ...LIST_ALBUMS.lookOf(album),
    byline: line(album.year, plural(album.tracks_count, 'track')),
    badges: [typeOf(album)].filter(Boolean),
  }),
}

/** How artists are listed. */
export const LIST_ARTISTS: ListKind = {
  kind: 'artist',
  sorts: [
    { value: 'title', text: 'Name' },
    { value: '-title', text: 'Name, Z to A' },
    { value: '-added', text: 'Added, newest first' },
    { value: 'added', text: 'Added, oldest first' },
    { value: '-updated', text: 'Changed, newest first' },
  ],
  chips: [...TERMS, ...HOLDER_CHIPS],
  names: ['people', 'terms'],
  lookOf: (artist: ArtistListItem) => ({
    byline: line(plural(artist.albums_count, 'album'), lifeOf(artist)),
    aside: line(artist.genres.join(', '), plural(artist.tracks_count, 'track')),
    badges: [],
  }),
}

/** How all tracks of a library are listed. */
export const LIST_TRACKS: ListKind = {
  kind: 'track',
  sorts: commonSorts('Released'),
  chips: [PERSON, ...TERMS, ...STATE_CHIPS],
  names: ['people', 'terms'],
  lookOf: (track: TrackListItem) => ({
    byline: line(artistsText(track.artists), lengthOf(track)),
    aside: track.album ?? '',
    badges: [],
  }),
}

/** `compilation` is told; that an album is an album says nothing. */
const typeOf = ({ album_type: type }: AlbumListItem) =>
  type && type.toLowerCase() !== 'album' ? capital(type) : ''
