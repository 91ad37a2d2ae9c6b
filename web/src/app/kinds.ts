import type { ItemKind } from '@/api/kinds'
import type { ListKind } from '@/components/items/list-kind'
import { LIST_BOOKS } from '@/features/books/list-books'
import { LIST_MOVIES } from '@/features/movies/list-movies'

/** How the items of each kind are listed: the one place that knows all of them. */
export const LISTS: Record<ItemKind, ListKind> = { book: LIST_BOOKS, movie: LIST_MOVIES }
