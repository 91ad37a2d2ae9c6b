import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Book } from '@/api/types'
import { roleName } from '@/components/metadata/field-names'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { numbered } from '@/components/metadata/value-text'
import { Badge } from '@/components/ui/badge'
import { TimeAgo } from '@/components/ui/time-ago'

/** Marks of a book: with one file everything that was read was read from it. */
export const markedBook = (book: Book): Marked => ({
  bookId: book.id,
  path: book.files.length === 1 ? book.files[0]?.filepath : undefined,
  sources: book.sources,
  locks: book.locks,
})

export function BookFacts({ book, libraryName }: { book: Book; libraryName: string | undefined }) {
  const of = markedBook(book)
  return (
    <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-sm">
      {book.series.length > 0 && (
        <Fact name="Series" mark={<SourceMark of={of} field="series" />}>
          {book.series.map((series, index) => (
            <span key={series.series_id}>
              {index > 0 && ', '}
              <Link to="/series/$id" params={{ id: series.series_id }} className={LINK}>
                {numbered(series)}
              </Link>
            </span>
          ))}
        </Fact>
      )}
      {book.contributors.length > 0 && (
        <Fact name="With" mark={<SourceMark of={of} field="contributors" />}>
          {book.contributors.map((person, index) => (
            <span key={`${person.person_id}${person.role}`}>
              {index > 0 && ', '}
              <Link to="/people/$id" params={{ id: person.person_id }} className={LINK}>
                {person.name}
              </Link>
              {person.role && ` (${roleName(person.role)})`}
            </span>
          ))}
        </Fact>
      )}
      {book.genres.length > 0 && (
        <Fact name="Genres" mark={<SourceMark of={of} field="genres" />}>
          <Words words={book.genres} libraryId={book.library_id} filter="genre" />
        </Fact>
      )}
      {book.tags.length > 0 && (
        <Fact name="Tags" mark={<SourceMark of={of} field="tags" />}>
          <Words words={book.tags} libraryId={book.library_id} filter="tag" />
        </Fact>
      )}
      <Fact name="Library">
        <Link to="/libraries/$id" params={{ id: book.library_id }} className={LINK}>
          {libraryName ?? 'Open'}
        </Link>
      </Fact>
      <Fact name="Added">
        <TimeAgo at={book.created_at} />
      </Fact>
    </dl>
  )
}

export const LINK = 'underline decoration-line underline-offset-4 hover:decoration-current'

interface FactProps {
  name: string
  mark?: ReactNode
  children: ReactNode
}

const Fact = ({ name, mark, children }: FactProps) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd dir="auto" className="min-w-0">
      {children}
      {mark}
    </dd>
  </>
)

interface WordsProps {
  words: string[]
  libraryId: number
  filter: 'genre' | 'tag'
}

/** Each leads to the books that carry it too. */
const Words = ({ words, libraryId, filter }: WordsProps) => (
  <span className="inline-flex flex-wrap gap-1 align-middle">
    {words.map((word) => (
      <Link
        key={word}
        to="/libraries/$id"
        params={{ id: libraryId }}
        search={{ [filter]: word }}
        className="max-w-full rounded-md hover:[&>span]:text-ink"
      >
        <Badge className="max-w-full whitespace-normal!">
          <span dir="auto" className="min-w-0 wrap-anywhere">
            {word}
          </span>
        </Badge>
      </Link>
    ))}
  </span>
)
