import type { AlbumListItem, ArtistListItem, TrackListItem } from '@/api/types'
import { clock, duration } from '@/lib/format'

type Credits = AlbumListItem['artists']

/** `The Band, Somebody feat. A Guest`. */
export function artistsText(artists: Credits): string {
  const named = (guests: boolean) =>
    artists
      .filter(({ role }) => (role === 'featured') === guests)
      .map(({ name }) => name)
      .join(', ')
  return [named(false), named(true) && `feat. ${named(true)}`].filter(Boolean).join(' ')
}

/** Who an album is by: as it is credited, else whose folder it lies in. */
export const albumBy = ({ artists, artist }: AlbumListItem) => artistsText(artists) || (artist ?? '')

/** `1985–1996`, `since 1985`. */
export function lifeOf({ begin_date: begin, end_date: end }: ArtistListItem): string | null {
  const [first, last] = [begin?.slice(0, 4), end?.slice(0, 4)]
  if (!first) return last ? `until ${last}` : null
  return last ? `${first}–${last}` : `since ${first}`
}

export const lengthOf = ({ duration_s: seconds }: TrackListItem) => (seconds === null ? '' : clock(seconds))

/** How long they play together; nothing when that is known of none. */
export function totalLength(tracks: TrackListItem[]): string | null {
  const seconds = tracks.reduce((sum, track) => sum + (track.duration_s ?? 0), 0)
  return seconds === 0 ? null : duration(seconds < 60 ? seconds * 1000 : Math.round(seconds / 60) * 60_000)
}

export interface Disc {
  /** Null when nothing says it. */
  number: number | null
  tracks: TrackListItem[]
}

/** Tracks by the disc they are on, each in its order. */
export function discsOf(tracks: TrackListItem[]): Disc[] {
  const discs = new Map<number | null, TrackListItem[]>()
  for (const track of tracks) discs.set(track.disc, [...(discs.get(track.disc) ?? []), track])
  return [...discs]
    .map(([number, held]) => ({ number, tracks: held }))
    .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity))
}
