import { Link } from '@tanstack/react-router'
import type { AlbumListItem } from '@/api/types'
import { LINK } from '@/components/items/facts'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'

interface CreditsProps {
  artists: AlbumListItem['artists']
  of: Marked
  /** The item that it lies in: who is called like it is found there. */
  home?: { id: number; title: string | null } | null
}

/** Who made it, guests named as such; each leads to what else there is of them. */
export function Credits({ artists, of, home }: CreditsProps) {
  if (artists.length === 0 && !home?.title) return null
  return (
    <p dir="auto" className="mt-3">
      {artists.map((artist, index) => (
        <span key={`${artist.person_id} ${artist.role}`}>
          {index > 0 && (startsGuests(artists, index) ? ' feat. ' : ', ')}
          {home && artist.name === home.title ? (
            <ArtistLink id={home.id} name={artist.name} />
          ) : (
            <Link to="/people/$id" params={{ id: artist.person_id }} className={LINK}>
              <bdi>{artist.name}</bdi>
            </Link>
          )}
        </span>
      ))}
      {artists.length === 0 && home?.title && <ArtistLink id={home.id} name={home.title} />}
      <SourceMark of={of} field="artists" />
    </p>
  )
}

const ArtistLink = ({ id, name }: { id: number; name: string }) => (
  <Link to="/artists/$id" params={{ id }} className={LINK}>
    <bdi>{name}</bdi>
  </Link>
)

const startsGuests = (artists: AlbumListItem['artists'], index: number) =>
  artists[index]?.role === 'featured' && artists[index - 1]?.role !== 'featured'
