import {
  commonSorts,
  HOLDER_CHIPS,
  STATE_CHIPS,
  type ItemLooks,
  type ListKind,
} from '@/components/items/list-kind'
import { runtimeOf } from '@/components/video/runtime'
import type { EpisodeListItem, SeasonListItem, ShowListItem } from '@/api/types'
import { dayText, plural } from '@/lib/format'
import { placeText, seasonText, yearsOf } from './show-text'

const line = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')

/** How shows are listed. */
export const LIST_SHOWS: ListKind = {
  kind: 'show',
  sorts: commonSorts('First aired'),
  chips: [
    { look: 'name', filter: 'person_id', label: 'Person', names: 'people' },
    { look: 'term', filter: 'genre' },
    { look: 'term', filter: 'tag' },
    { look: 'term', filter: 'studio' },
    { look: 'term', filter: 'country' },
    ...HOLDER_CHIPS,
  ],
  names: ['people', 'terms'],
  lookOf: (show: ShowListItem) => ({
    byline: line(yearsOf(show), plural(show.seasons_count, 'season')),
    aside: show.genres.join(', '),
    badges: [plural(show.episodes_count, 'episode'), show.status ?? ''].filter(Boolean),
  }),
}

/** How the seasons of a show stand on its page. */
export const LOOK_SEASONS: ItemLooks = {
  kind: 'season',
  lookOf: (season: SeasonListItem) => ({
    byline: line(seasonText(season), plural(season.episodes_count, 'episode')),
    aside: '',
    badges: season.year === null ? [] : [`${season.year}`],
  }),
}

/** How all episodes of a library are listed. */
export const LIST_EPISODES: ListKind = {
  kind: 'episode',
  sorts: commonSorts('Aired'),
  chips: [{ look: 'name', filter: 'person_id', label: 'Person', names: 'people' }, ...STATE_CHIPS],
  names: ['people', 'terms'],
  lookOf: (episode: EpisodeListItem) => ({
    byline: line(episode.show, placeText(episode)),
    aside: line(episode.aired && dayText(episode.aired), runtimeOf(episode)),
    badges: [],
  }),
}
