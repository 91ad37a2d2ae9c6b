import { ExternalLink } from 'lucide-react'
import type { ItemKind } from '@/api/kinds'
import { identifierName } from './field-names'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const MUSICBRAINZ = 'https://musicbrainz.org'

/** Where a thing with such an identifier is described; what does not look like one leads nowhere. */
const PLACES: Partial<Record<ItemKind, Record<string, [shape: RegExp, address: string]>>> = {
  movie: {
    tmdb: [/^\d+$/, 'https://www.themoviedb.org/movie/'],
    imdb: [/^tt\d+$/, 'https://www.imdb.com/title/'],
    tvdb: [/^\d+$/, 'https://www.thetvdb.com/dereferrer/movie/'],
  },
  show: {
    tmdb: [/^\d+$/, 'https://www.themoviedb.org/tv/'],
    imdb: [/^tt\d+$/, 'https://www.imdb.com/title/'],
    tvdb: [/^\d+$/, 'https://www.thetvdb.com/dereferrer/series/'],
  },
  season: { tvdb: [/^\d+$/, 'https://www.thetvdb.com/dereferrer/season/'] },
  episode: {
    imdb: [/^tt\d+$/, 'https://www.imdb.com/title/'],
    tvdb: [/^\d+$/, 'https://www.thetvdb.com/dereferrer/episode/'],
  },
  artist: { musicbrainz_artist: [UUID, `${MUSICBRAINZ}/artist/`] },
  album: {
    musicbrainz_release: [UUID, `${MUSICBRAINZ}/release/`],
    musicbrainz_release_group: [UUID, `${MUSICBRAINZ}/release-group/`],
  },
  track: {
    musicbrainz_recording: [UUID, `${MUSICBRAINZ}/recording/`],
    musicbrainz_track: [UUID, `${MUSICBRAINZ}/track/`],
  },
}

function placeOf(kind: ItemKind, type: string, value: string): string | null {
  const [shape, address] = PLACES[kind]?.[type] ?? []
  return shape?.test(value) ? `${address}${value}` : null
}

interface IdentifiersProps {
  kind: ItemKind
  values: { type: string; value: string }[]
}

/** Identifiers of an item, each a link where its page elsewhere is known. */
export const Identifiers = ({ kind, values }: IdentifiersProps) => (
  <span className="inline-flex flex-wrap gap-x-4 gap-y-1">
    {values.map(({ type, value }) => {
      const place = placeOf(kind, type, value)
      return (
        <span key={`${type} ${value}`} className="wrap-anywhere">
          {identifierName(type)} {place ? <OutLink href={place}>{value}</OutLink> : value}
        </span>
      )
    })}
  </span>
)

/** A link that leaves Colophon. */
export const OutLink = ({ href, children }: { href: string; children: string }) => (
  <a
    href={href}
    target="_blank"
    rel="noreferrer"
    className="underline decoration-line underline-offset-4 hover:decoration-current"
  >
    {children}
    <ExternalLink aria-hidden="true" className="ml-1 inline size-3 align-baseline" />
    <span className="sr-only"> (opens in a new tab)</span>
  </a>
)
