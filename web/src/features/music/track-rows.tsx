import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TrackListItem } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { artistsText, discsOf, lengthOf, totalLength, type Disc } from './music-text'

interface TrackRowsProps {
  tracks: TrackListItem[]
  /** Who the album is by: a track is credited only where it is otherwise. */
  albumArtists: string
  menu: (track: TrackListItem) => ReactNode
}

/** The tracks of an album, a table a disc. */
export function TrackRows({ tracks, albumArtists, menu }: TrackRowsProps) {
  const discs = discsOf(tracks)
  return (
    <div className="grid gap-8">
      {discs.map((disc) => (
        <DiscTable
          key={disc.number}
          disc={disc}
          name={discs.length === 1 ? null : disc.number === null ? 'No disc' : `Disc ${disc.number}`}
          albumArtists={albumArtists}
          menu={menu}
        />
      ))}
    </div>
  )
}

const HEADS = ['Number', 'Title', 'Length', 'Actions']

interface DiscTableProps extends Omit<TrackRowsProps, 'tracks'> {
  disc: Disc
  name: string | null
}

const DiscTable = ({ disc, name, albumArtists, menu }: DiscTableProps) => (
  <div>
    {name && (
      <h3 className="flex items-baseline gap-3 pb-1.5 text-sm font-medium">
        {name}
        <span className="font-normal text-soft">{totalLength(disc.tracks)}</span>
      </h3>
    )}
    <table
      aria-label={name ? `Tracks of ${name}` : 'Tracks'}
      className="w-full border-collapse text-left text-sm"
    >
      <thead className="sr-only">
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {disc.tracks.map((track) => (
          <TrackRow key={track.id} track={track} albumArtists={albumArtists} menu={menu(track)} />
        ))}
      </tbody>
    </table>
  </div>
)

interface TrackRowProps {
  track: TrackListItem
  albumArtists: string
  menu: ReactNode
}

function TrackRow({ track, albumArtists, menu }: TrackRowProps) {
  const artists = artistsText(track.artists)
  return (
    <tr className="border-t hover:bg-sunken/60">
      <td className="w-10 py-1.5 pr-3 text-right text-soft tabular-nums">
        {track.index_number ?? <span aria-label="No number">–</span>}
      </td>
      <td className="py-1.5 pr-3">
        <Link
          to="/tracks/$id"
          params={{ id: track.id }}
          dir="auto"
          className="block text-left font-medium wrap-anywhere hover:text-accent hover:underline"
        >
          {track.title}
        </Link>
        {artists && artists !== albumArtists && (
          <span dir="auto" className="block text-left text-xs wrap-anywhere text-soft">
            {artists}
          </span>
        )}
        {track.missing_since && <Badge tone="warn">Missing</Badge>}
      </td>
      <td className="w-px py-1.5 pr-2 text-right whitespace-nowrap text-soft tabular-nums">
        {lengthOf(track)}
      </td>
      <td className="w-px py-0.5 text-right">{menu}</td>
    </tr>
  )
}
