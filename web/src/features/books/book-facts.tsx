import { Link } from '@tanstack/react-router'
import type { Book } from '@/api/types'
import { Fact, Facts, LINK, Terms } from '@/components/items/facts'
import { roleName } from '@/components/metadata/field-names'
import { markedItem } from '@/components/metadata/marked'
import { SourceMark } from '@/components/metadata/source-mark'
import { numbered } from '@/components/metadata/value-text'
import { TimeAgo } from '@/components/ui/time-ago'

export function BookFacts({ book, libraryName }: { book: Book; libraryName: string | undefined }) {
  const of = markedItem('book', book)
  return (
    <Facts>
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
          <Terms terms={book.genres} libraryId={book.library_id} type="genre" kind="book" />
        </Fact>
      )}
      {book.tags.length > 0 && (
        <Fact name="Tags" mark={<SourceMark of={of} field="tags" />}>
          <Terms terms={book.tags} libraryId={book.library_id} type="tag" kind="book" />
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
    </Facts>
  )
}
