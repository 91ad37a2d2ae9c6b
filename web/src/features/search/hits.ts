import type { LinkProps } from '@tanstack/react-router'
import { coverAt } from '@/api/items'
import { isKind, routeOf } from '@/api/kinds'
import type { FoundItem, Name, SearchResults } from '@/api/types'
import { plural } from '@/lib/format'

export interface Hit {
  key: string
  kind: 'item' | 'person' | 'series'
  title: string
  detail: string
  cover: string | null
  link: Pick<LinkProps, 'to' | 'params'>
}

const NAMES_SHOWN = 4

/** Everything found as one list: people and series that match by name first, they are few; then the items. */
export const hitsOf = ({ items, people, series }: SearchResults): Hit[] => [
  ...people.slice(0, NAMES_SHOWN).map(personHit),
  ...series.slice(0, NAMES_SHOWN).map(seriesHit),
  ...items.map(itemHit),
]

const personHit = (person: Name): Hit => ({
  key: `person-${person.id}`,
  kind: 'person',
  title: person.name,
  detail: `Person · ${plural(person.items_count, 'item')}`,
  cover: null,
  link: { to: '/people/$id', params: { id: person.id } },
})

const seriesHit = (series: Name): Hit => ({
  key: `series-${series.id}`,
  kind: 'series',
  title: series.name,
  detail: `Series · ${plural(series.items_count, 'item')}`,
  cover: series.cover_url && coverAt(series.cover_url, 160),
  link: { to: '/series/$id', params: { id: series.id } },
})

/** Books and films are known by who made them and when; of the rest one wants to know what they are. */
const WORDS: Partial<Record<string, string>> = {
  show: 'Show',
  season: 'Season',
  episode: 'Episode',
  artist: 'Artist',
  album: 'Album',
  track: 'Track',
}

const itemHit = (item: FoundItem): Hit => ({
  key: `item-${item.id}`,
  kind: 'item',
  title: item.title,
  detail: [
    WORDS[item.kind],
    // What lies in something is known by that.
    ...(item.around.length > 0 ? item.around : [item.authors.map(({ name }) => name).join(', ')]),
    ...item.series.map(({ name, number }) => (number === null ? name : `${name} #${number}`)),
    item.kind === 'book' ? null : item.year,
  ]
    .filter(Boolean)
    .join(' · '),
  cover: item.cover_url && coverAt(item.cover_url, 160),
  link: {
    to: isKind(item.kind) ? routeOf(item.kind) : '/libraries/$id',
    params: { id: isKind(item.kind) ? item.id : item.library_id },
  },
})
