import { Link } from '@tanstack/react-router'
import { BookOpen } from 'lucide-react'
import type { BookFile } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Note } from '@/components/ui/feedback'
import { bytes, clock, languageName, plural } from '@/lib/format'
import { SourceMark } from './source-mark'

export function FileCard({ file }: { file: BookFile }) {
  const slash = file.filepath.lastIndexOf('/') + 1
  return (
    <div className="rounded-xl border bg-surface p-4">
      <div className="flex items-start gap-3">
        <Badge tone="accent">{file.file_type.toUpperCase()}</Badge>
        <div className="min-w-0 grow">
          <p dir="auto" className="text-sm font-medium">
            {file.name ?? file.filepath.slice(slash)}
            <SourceMark source={file.sources.name} field="Name" />
          </p>
          <p className="mt-0.5 font-mono text-xs break-all text-soft">{file.filepath}</p>
        </div>
        {isReadable(file) && (
          <Link
            to="/books/$id/read/$fileId"
            params={{ id: file.book_id, fileId: file.id }}
            className="inline-flex shrink-0 items-center gap-1.5 rounded text-sm font-medium text-accent hover:underline"
          >
            <BookOpen aria-hidden="true" className="size-4" />
            Read
          </Link>
        )}
        <span className="shrink-0 text-sm text-soft">{bytes(file.filesize_bytes)}</span>
      </div>
      <FileFacts file={file} />
      <Findings file={file} />
      {file.chapters.length > 0 && <Chapters chapters={file.chapters} />}
    </div>
  )
}

/** Comics have pages that can be shown one by one. */
const isReadable = (file: BookFile) =>
  ['cbz', 'cbr', 'cb7'].includes(file.file_type) && !file.error && (file.page_count ?? 0) > 0

function FileFacts({ file }: { file: BookFile }) {
  const { sources } = file
  const narrators = file.narrators.map((person) => person.name).join(', ')
  const facts: [string, string | null | undefined, string | undefined][] = [
    ['Role', file.role === 'main' ? null : file.role, undefined],
    ['Narrated by', narrators, sources.narrators],
    ['Publisher', file.publisher, sources.publisher],
    ['Imprint', file.imprint, sources.imprint],
    ['Published', file.release_date, sources.release_date],
    ['Language', file.language && languageName(file.language), sources.language],
    ['Length', file.duration_s ? clock(file.duration_s) : null, undefined],
    ['Pages', file.page_count ? `${file.page_count}` : null, undefined],
    ['Identifiers', file.identifiers.map(identifierText).join(', '), sources.identifiers],
  ]
  const shown = facts.filter(([, value]) => value)
  if (shown.length === 0) return null
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      {shown.map(([name, value, source]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd dir="auto">
            {value}
            <SourceMark source={source} field={name} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const IDENTIFIERS: Record<string, string> = {
  isbn_13: 'ISBN',
  isbn_10: 'ISBN-10',
  asin: 'ASIN',
  uuid: 'UUID',
  goodreads: 'Goodreads',
  google: 'Google',
}

const identifierText = ({ type, value }: BookFile['identifiers'][number]) =>
  IDENTIFIERS[type] ? `${IDENTIFIERS[type]} ${value}` : value

const Findings = ({ file }: { file: BookFile }) => (
  <div className="mt-3 grid gap-2 empty:hidden">
    {file.error && (
      <Note tone="danger">
        {file.error.message} <Code>{file.error.code}</Code>
      </Note>
    )}
    {file.warnings.map((warning, index) => (
      <Note key={index} tone="warn">
        {warning.message} <Code>{warning.code}</Code>
      </Note>
    ))}
  </div>
)

const Code = ({ children }: { children: string }) => <span className="font-mono text-xs">({children})</span>

const Chapters = ({ chapters }: { chapters: BookFile['chapters'] }) => (
  <details className="mt-3 text-sm">
    <summary className="w-fit rounded font-medium">{plural(chapters.length, 'chapter')}</summary>
    <ChapterTree chapters={chapters} />
  </details>
)

/** The API's description ends after two levels; the tree does not. */
interface Chapter {
  title: string
  start_ms: number | null
  page: number | null
  children: unknown[]
}

const ChapterTree = ({ chapters }: { chapters: Chapter[] }) => (
  <ol className="mt-1.5 space-y-1 pl-4">
    {chapters.map((chapter, index) => (
      <li key={index} className="text-soft">
        <span dir="auto">{chapter.title}</span>
        {chapter.page !== null && <span className="ml-2 text-xs">p. {chapter.page + 1}</span>}
        {chapter.start_ms !== null && <span className="ml-2 text-xs">{clock(chapter.start_ms / 1000)}</span>}
        {chapter.children.length > 0 && <ChapterTree chapters={chapter.children as Chapter[]} />}
      </li>
    ))}
  </ol>
)
