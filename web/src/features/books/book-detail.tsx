import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Book, BookFile } from '@/api/types'
import { roleName } from '@/components/metadata/field-names'
import { SourceMark } from '@/components/metadata/source-mark'
import { Note, Skeleton } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { BookFiles } from './book-files'
import { BookFacts, LINK, markedBook } from './book-facts'
import { authorsOf } from './book-text'
import { Cover } from './cover'
import { RichText } from './rich-text'

interface BookDetailProps {
  book: Book
  libraryName: string | undefined
  /** What can be done with the book, and with its cover. */
  actions?: ReactNode
  coverAction?: ReactNode
  fileMenu?: (file: BookFile) => ReactNode
}

export const BookDetail = ({ book, libraryName, actions, coverAction, fileMenu }: BookDetailProps) => (
  <article className="mx-auto max-w-5xl pt-6 sm:pt-10">
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-[minmax(10rem,16rem)_1fr]">
      <div className="max-sm:mx-auto max-sm:w-44">
        <Cover title={book.title} author={authorsOf(book)} url={book.cover_url} width={640} first />
        {coverAction}
      </div>
      <div className="min-w-0">
        <Heading book={book} actions={actions} />
        {book.missing_since && (
          <Note tone="warn" className="mt-4">
            The files of this book are gone since <TimeAgo at={book.missing_since} />. It comes back by itself
            when they do.
          </Note>
        )}
        {book.description && (
          <div className="mt-5">
            <RichText
              html={book.description}
              className="max-w-prose space-y-3 leading-relaxed [&_blockquote]:border-l-2 [&_blockquote]:pl-4 [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-6"
            />
            <p className="mt-2 -ml-1.5">
              <SourceMark of={markedBook(book)} field="description" />
            </p>
          </div>
        )}
        <BookFacts book={book} libraryName={libraryName} />
      </div>
    </div>
    <BookFiles files={book.files} menu={fileMenu} />
  </article>
)

const Heading = ({ book, actions }: { book: Book; actions?: ReactNode }) => (
  <header className="max-sm:text-center">
    {actions && <div className="mb-2 flex gap-1 max-sm:justify-center sm:float-right sm:ml-4">{actions}</div>}
    <h1 dir="auto" className="font-serif text-3xl leading-tight font-semibold tracking-tight text-balance">
      {book.title}
      <SourceMark of={markedBook(book)} field="title" />
    </h1>
    {book.subtitle && (
      <p dir="auto" className="mt-1 font-serif text-lg text-soft">
        {book.subtitle}
        <SourceMark of={markedBook(book)} field="subtitle" />
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
        <SourceMark of={markedBook(book)} field="authors" />
      </p>
    )}
  </header>
)

export const BookDetailSkeleton = () => (
  <div className="mx-auto grid max-w-5xl gap-x-10 gap-y-6 pt-6 sm:grid-cols-[minmax(10rem,16rem)_1fr] sm:pt-10">
    <Skeleton className="aspect-2/3 rounded-md max-sm:mx-auto max-sm:w-44" />
    <div className="grid content-start gap-3">
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="h-5 w-1/3" />
      <Skeleton className="mt-4 h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  </div>
)
