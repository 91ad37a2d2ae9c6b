import type { ListedKind } from '@/api/kinds'
import type { ListKind } from '@/components/items/list-kind'
import { LIST_BOOKS } from '@/features/books/list-books'
import { LIST_MOVIES } from '@/features/movies/list-movies'
import { LIST_ALBUMS, LIST_ARTISTS, LIST_TRACKS } from '@/features/music/list-music'
import { LIST_EPISODES, LIST_SHOWS } from '@/features/shows/list-shows'

/** How the items of each kind are listed: the one place that knows all of them. */
export const LISTS: Record<ListedKind, ListKind> = {
  book: LIST_BOOKS,
  movie: LIST_MOVIES,
  show: LIST_SHOWS,
  episode: LIST_EPISODES,
  album: LIST_ALBUMS,
  artist: LIST_ARTISTS,
  track: LIST_TRACKS,
}
