import { Link } from '@tanstack/react-router'
import type { Book } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Note, Skeleton } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { authorsOf, seriesText } from './book-text'
import { Cover } from './cover'
import { FileCard } from './file-card'
import { RichText } from './rich-text'
import { SourceMark } from './source-mark'

export const BookDetail = ({ book, libraryName }: { book: Book; libraryName: string | undefined }) => (
  <article className="mx-auto max-w-5xl pt-6 sm:pt-10">
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-[minmax(10rem,16rem)_1fr]">
      <div className="max-sm:mx-auto max-sm:w-44">
        <Cover title={book.title} author={authorsOf(book)} url={book.cover_url} width={640} first />
      </div>
      <div className="min-w-0">
        <Heading book={book} />
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
              <SourceMark source={book.sources.description} field="Description" />
            </p>
          </div>
        )}
        <Facts book={book} libraryName={libraryName} />
      </div>
    </div>
    <section className="mt-10">
      <h2 className="mb-3 text-base font-semibold">{book.files.length === 1 ? 'File' : 'Files'}</h2>
      <div className="grid gap-3">
        {book.files.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
        {book.files.length === 0 && <p className="text-sm text-soft">This book has no files.</p>}
      </div>
    </section>
  </article>
)

const Heading = ({ book }: { book: Book }) => (
  <header className="max-sm:text-center">
    <h1 dir="auto" className="font-serif text-3xl leading-tight font-semibold tracking-tight text-balance">
      {book.title}
      <SourceMark source={book.sources.title} field="Title" />
    </h1>
    {book.subtitle && (
      <p dir="auto" className="mt-1 font-serif text-lg text-soft">
        {book.subtitle}
        <SourceMark source={book.sources.subtitle} field="Subtitle" />
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
              <span className="text-soft"> ({roleText(author.role)})</span>
            )}
          </span>
        ))}
        <SourceMark source={book.sources.authors} field="Authors" />
      </p>
    )}
  </header>
)

const LINK = 'underline decoration-line underline-offset-4 hover:decoration-current'

const roleText = (role: string) => role.replaceAll('_', ' ')

function Facts({ book, libraryName }: { book: Book; libraryName: string | undefined }) {
  return (
    <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-sm">
      {book.series.length > 0 && (
        <Fact name="Series" source={book.sources.series}>
          {book.series.map((series, index) => (
            <span key={series.series_id}>
              {index > 0 && ', '}
              <Link to="/series/$id" params={{ id: series.series_id }} className={LINK}>
                {seriesText(series)}
              </Link>
            </span>
          ))}
        </Fact>
      )}
      {book.contributors.length > 0 && (
        <Fact name="With" source={book.sources.contributors}>
          {book.contributors.map((person, index) => (
            <span key={`${person.person_id}${person.role}`}>
              {index > 0 && ', '}
              <Link to="/people/$id" params={{ id: person.person_id }} className={LINK}>
                {person.name}
              </Link>
              {person.role && ` (${roleText(person.role)})`}
            </span>
          ))}
        </Fact>
      )}
      {book.genres.length > 0 && (
        <Fact name="Genres" source={book.sources.genres}>
          <Words words={book.genres} />
        </Fact>
      )}
      {book.tags.length > 0 && (
        <Fact name="Tags" source={book.sources.tags}>
          <Words words={book.tags} />
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

interface FactProps {
  name: string
  source?: string
  children: React.ReactNode
}

const Fact = ({ name, source, children }: FactProps) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd dir="auto" className="min-w-0">
      {children}
      <SourceMark source={source} field={name} />
    </dd>
  </>
)

const Words = ({ words }: { words: string[] }) => (
  <span className="inline-flex flex-wrap gap-1 align-middle">
    {words.map((word) => (
      <Badge key={word}>
        <span dir="auto">{word}</span>
      </Badge>
    ))}
  </span>
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
