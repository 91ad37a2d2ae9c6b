import type { BookListItem } from '@/api/types'
import { STATE_CHIPS, type ListKind } from '@/components/items/list-kind'
import { numbered } from '@/components/metadata/value-text'
import { languageName } from '@/lib/format'
import { authorsOf, formatsOf } from './book-text'

const FORMATS = ['epub', 'pdf', 'cbz', 'cbr', 'cb7', 'm4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus'].map(
  (value) => ({
    value,
    text: value.toUpperCase(),
  }),
)
const LANGUAGES = (
  'ar bg ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko la lt lv nb nl pl pt ro ru sk sl sr sv ' +
  'th tr uk vi zh'
)
  .split(' ')
  .map((value) => ({ value, text: languageName(value) }))
  .sort((a, b) => a.text.localeCompare(b.text))

/** How books are listed. */
export const LIST_BOOKS: ListKind = {
  kind: 'book',
  sorts: [
    { value: 'title', text: 'Title' },
    { value: 'author', text: 'Author' },
    { value: 'series', text: 'Series' },
    { value: '-title', text: 'Title, Z to A' },
    { value: '-author', text: 'Author, Z to A' },
    { value: '-added', text: 'Added, newest first' },
    { value: 'added', text: 'Added, oldest first' },
    { value: '-updated', text: 'Changed, newest first' },
    { value: '-release_date', text: 'Published, newest first' },
    { value: 'release_date', text: 'Published, oldest first' },
  ],
  chips: [
    { look: 'name', filter: 'person_id', label: 'Author', names: 'people', role: 'author' },
    { look: 'name', filter: 'narrator_id', label: 'Narrator', names: 'people', role: 'narrator' },
    { look: 'name', filter: 'series_id', label: 'Series', names: 'series' },
    { look: 'term', filter: 'genre' },
    { look: 'term', filter: 'tag' },
    { look: 'term', filter: 'publisher' },
    { look: 'term', filter: 'imprint' },
    { look: 'choice', filter: 'language', label: 'Language', options: LANGUAGES },
    { look: 'choice', filter: 'format', label: 'Format', options: FORMATS },
    ...STATE_CHIPS,
  ],
  names: ['series', 'people', 'terms'],
  lookOf: (book: BookListItem) => ({
    byline: authorsOf(book),
    aside: book.series.map(numbered).join(', '),
    badges: formatsOf(book),
  }),
}
