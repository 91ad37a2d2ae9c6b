import type { ReactNode } from 'react'
import type { BookFile } from '@/api/types'
import { partText } from '@/components/items/parts'
import { FileCard } from './file-card'
import { usePlayback } from './use-playback'

interface BookFilesProps {
  files: BookFile[]
  menu?: (file: BookFile) => ReactNode
}

/** The files of a book; the parts of a recording play one after the other. */
export function BookFiles({ files, menu }: BookFilesProps) {
  const playback = usePlayback(files)
  const { playing } = playback
  const part = playing && partText(files, playing)
  return (
    <section className="mt-10">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-base font-semibold">{files.length === 1 ? 'File' : 'Files'}</h2>
        <p role="status" className="text-sm text-soft">
          {part && `Playing ${part}`}
        </p>
      </div>
      <div className="grid gap-3">
        {files.map((file) => (
          <FileCard key={file.id} file={file} menu={menu?.(file)} playback={playback.of(file)} />
        ))}
        {files.length === 0 && <p className="text-sm text-soft">This book has no files.</p>}
      </div>
    </section>
  )
}
