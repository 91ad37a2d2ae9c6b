import type { MovieListItem } from '@/api/types'
import { STATE_CHIPS, type ListKind } from '@/components/items/list-kind'
import { runtimeOf } from './movie-text'

/** How movies are listed. */
export const LIST_MOVIES: ListKind = {
  kind: 'movie',
  sorts: [
    { value: 'title', text: 'Title' },
    { value: '-title', text: 'Title, Z to A' },
    { value: '-release_date', text: 'Released, newest first' },
    { value: 'release_date', text: 'Released, oldest first' },
    { value: '-added', text: 'Added, newest first' },
    { value: 'added', text: 'Added, oldest first' },
    { value: '-updated', text: 'Changed, newest first' },
  ],
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
