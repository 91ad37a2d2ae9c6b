import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Book, BookFile } from '@/api/types'
import { Cover } from '@/components/items/cover'
import { Description } from '@/components/items/description'
import { LINK } from '@/components/items/facts'
import { ItemDetail, ItemHeading } from '@/components/items/item-detail'
import { MissingNote } from '@/components/items/missing-note'
import { roleName } from '@/components/metadata/field-names'
import { SourceMark } from '@/components/metadata/source-mark'
import { BookFiles } from './book-files'
import { markedItem } from '@/components/metadata/marked'
import { BookFacts } from './book-facts'
import { authorsOf } from './book-text'

interface BookDetailProps {
  book: Book
  libraryName: string | undefined
  /** What can be done with the book, and with its cover. */
  actions?: ReactNode
  coverAction?: ReactNode
  fileMenu?: (file: BookFile) => ReactNode
}

export function BookDetail({ book, libraryName, actions, coverAction, fileMenu }: BookDetailProps) {
  const of = markedItem('book', book)
  return (
    <ItemDetail
      kind="book"
      picture={
        <>
          <Cover
            kind="book"
            title={book.title}
            author={authorsOf(book)}
            url={book.cover_url}
            width={640}
            first
          />
          {coverAction}
        </>
      }
      below={<BookFiles files={book.files} menu={fileMenu} />}
    >
      <Heading book={book} actions={actions} />
      <MissingNote kind="book" item={book} />
      {book.description && <Description html={book.description} of={of} field="description" />}
      <BookFacts book={book} libraryName={libraryName} />
    </ItemDetail>
  )
}

const Heading = ({ book, actions }: { book: Book; actions?: ReactNode }) => (
  <ItemHeading
    actions={actions}
    title={
      <>
        {book.title}
        <SourceMark of={markedItem('book', book)} field="title" />
      </>
    }
  >
    {book.subtitle && (
      <p dir="auto" className="mt-1 font-serif text-lg text-soft">
        {book.subtitle}
        <SourceMark of={markedItem('book', book)} field="subtitle" />
      </p>
    )}
    {book.authors.length > 0 && (
      <p dir="auto" className="mt-3">
        {book.authors.map((author, index) => (
          <span key={`${author.person_id}${author.role}`}>
            {index > 0 && ', '}
            <Link to="/people/$id" params={{ id: author.person_id }} className={LINK}>
              {author.name}
            </Link>
            {author.role && author.role !== 'author' && (
              <span className="text-soft"> ({roleName(author.role)})</span>
            )}
          </span>
        ))}
        <SourceMark of={markedItem('book', book)} field="authors" />
      </p>
    )}
  </ItemHeading>
)
