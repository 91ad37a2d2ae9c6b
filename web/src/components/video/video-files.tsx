import { fileName } from '@/api/subject'
import type { VideoFile } from '@/api/types'
import { Chapters } from '@/components/items/chapters'
import { Findings } from '@/components/items/findings'
import { partText } from '@/components/items/parts'
import { Badge } from '@/components/ui/badge'
import { bytes, capital, clock, plural } from '@/lib/format'
import { groupsOf, type FileGroup } from './file-groups'
import { StreamTables } from './stream-tables'

interface VideoFilesProps {
  files: VideoFile[]
  /** Said when there are none; without it nothing is. */
  empty?: string
}

/** The files of something that is watched: its versions in all their parts, then trailers and extras. */
export const VideoFiles = ({ files, empty }: VideoFilesProps) => (
  <>
    {groupsOf(files).map((group) => (
      <FileSection key={group.name} {...group} />
    ))}
    {empty && files.length === 0 && <p className="mt-10 text-sm text-soft">{empty}</p>}
  </>
)

const FileSection = ({ name, isAside, files }: FileGroup) => (
  <section className="mt-10">
    <h2 className="mb-3 text-base font-semibold">{name}</h2>
    <div className="grid gap-3">
      {files.map((file) => (
        <div key={file.id} className="rounded-xl border bg-surface p-4">
          <FileHead file={file} part={partText(files, file)} />
          <Findings of={file} />
          {isAside ? <FoldedStreams file={file} /> : <StreamTables streams={file.streams} />}
          {file.chapters.length > 0 && <Chapters chapters={file.chapters} />}
        </div>
      ))}
    </div>
  </section>
)

const FileHead = ({ file, part }: { file: VideoFile; part: string | null }) => (
  <div className="flex items-start gap-3">
    <Badge tone="accent">{file.file_type.toUpperCase()}</Badge>
    <div className="min-w-0 grow">
      <h3 dir="auto" className="text-sm font-medium wrap-anywhere">
        {file.name ?? fileName(file.filepath)}
        {file.edition && file.edition !== file.name && (
          <span className="font-normal text-soft"> · {file.edition}</span>
        )}
      </h3>
      <p className="mt-0.5 font-mono text-xs break-all text-soft">{file.filepath}</p>
    </div>
    <p className="shrink-0 text-right text-sm text-soft tabular-nums">
      {part && <span className="block">{capital(part)}</span>}
      {file.duration_s !== null && <span className="block">{clock(file.duration_s)}</span>}
      <span className="block">{bytes(file.filesize_bytes)}</span>
    </p>
  </div>
)

/** Of what stands beside the film few want to know them. */
const FoldedStreams = ({ file: { streams } }: { file: VideoFile }) =>
  streams.length > 0 && (
    <details className="mt-3 text-sm">
      <summary className="w-fit rounded font-medium">{plural(streams.length, 'stream')}</summary>
      <StreamTables streams={streams} />
    </details>
  )
