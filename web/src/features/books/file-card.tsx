import { Link } from '@tanstack/react-router'
import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { isPlayable } from '@/api/downloads'
import { fileName } from '@/api/subject'
import type { BookFile } from '@/api/types'
import { Chapters } from '@/components/items/chapters'
import { Findings } from '@/components/items/findings'
import { fieldName } from '@/components/metadata/field-names'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { valueText } from '@/components/metadata/value-text'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/lib/cn'
import { bytes, clock } from '@/lib/format'
import { FilePlayer } from './file-player'
import type { Playback } from './use-playback'

interface FileCardProps {
  file: BookFile
  menu?: ReactNode
  playback?: Playback
}

export function FileCard({ file, menu, playback }: FileCardProps) {
  return (
    <div className={cn('rounded-xl border bg-surface p-4', playback?.isPlaying && 'border-accent')}>
      <div className="flex items-start gap-3">
        <Badge tone="accent">{file.file_type.toUpperCase()}</Badge>
        <div className="min-w-0 grow">
          <p id={`file-${file.id}`} dir="auto" className="text-sm font-medium">
            {file.name ?? fileName(file.filepath)}
            <SourceMark of={markedFile(file)} field="name" />
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
        {menu}
      </div>
      <FileFacts file={file} />
      <Findings of={file} />
      {isPlayable(file) ? (
        <FilePlayer file={file} playback={playback} />
      ) : (
        file.chapters.length > 0 && <Chapters chapters={file.chapters} />
      )}
    </div>
  )
}

/** Comics have pages that can be shown one by one. */
const isReadable = (file: BookFile) =>
  ['cbz', 'cbr', 'cb7'].includes(file.file_type) && !file.error && (file.page_count ?? 0) > 0

const markedFile = (file: BookFile): Marked => ({
  kind: 'book',
  itemId: file.book_id,
  fileId: file.id,
  path: file.filepath,
  sources: file.sources,
  locks: file.locks,
})

const FIELDS = ['narrators', 'publisher', 'imprint', 'release_date', 'language', 'identifiers'] as const

function FileFacts({ file }: { file: BookFile }) {
  const of = markedFile(file)
  const facts: [string, string | null, ReactNode?][] = [
    ['Role', file.role === 'main' ? null : file.role],
    ...FIELDS.map((field): [string, string, ReactNode] => [
      fieldName(field),
      valueText(field, file[field]),
      <SourceMark key={field} of={of} field={field} />,
    ]),
    ['Length', file.duration_s ? clock(file.duration_s) : null],
    ['Pages', file.page_count ? `${file.page_count}` : null],
  ]
  const shown = facts.filter(([, value]) => value)
  if (shown.length === 0) return null
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      {shown.map(([name, value, mark]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd dir="auto">
            {value}
            {mark}
          </dd>
        </div>
      ))}
    </dl>
  )
}
