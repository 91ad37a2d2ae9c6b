import type { MovieListItem } from '@/api/types'
import { commonSorts, STATE_CHIPS, type ListKind } from '@/components/items/list-kind'
import { runtimeOf } from '@/components/video/runtime'

/** How movies are listed. */
export const LIST_MOVIES: ListKind = {
  kind: 'movie',
  sorts: commonSorts('Released'),
  chips: [
    { look: 'name', filter: 'person_id', label: 'Person', names: 'people' },
    { look: 'term', filter: 'genre' },
    { look: 'term', filter: 'tag' },
    { look: 'term', filter: 'studio' },
    { look: 'term', filter: 'country' },
    ...STATE_CHIPS,
  ],
  names: ['people', 'terms'],
  lookOf: (movie: MovieListItem) => ({
    byline: [movie.year, runtimeOf(movie)].filter(Boolean).join(' · '),
    aside: movie.genres.join(', '),
    badges: movie.certification ? [movie.certification] : [],
  }),
}
