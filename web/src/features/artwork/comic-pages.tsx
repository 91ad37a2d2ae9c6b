import { fileName } from '@/api/subject'
import type { BookFile, ShownFile } from '@/api/types'
import { PageChoice } from './page-choice'
import type { ArtworkActions } from './use-artwork'

const COMICS = new Set(['cbz', 'cbr', 'cb7'])

const isComic = (file: ShownFile): file is BookFile =>
  'page_count' in file && COMICS.has(file.file_type) && !file.error && !!file.page_count

interface ComicPagesProps {
  files: ShownFile[]
  /** The file whose pages are shown. */
  open: number | undefined
  onOpen: (file: number | undefined) => void
  actions: ArtworkActions
}

/** A page of a comic may be its cover. */
export const ComicPages = ({ files, open, onOpen, actions }: ComicPagesProps) =>
  files.filter(isComic).map((file) => (
    <details
      key={file.id}
      open={file.id === open}
      className="mt-6"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== (file.id === open)) onOpen(currentTarget.open ? file.id : undefined)
      }}
    >
      <summary className="mb-3 w-fit rounded text-sm font-medium">
        Choose a page of <bdi>{fileName(file.filepath)}</bdi>
      </summary>
      {file.id === open && <PageChoice file={file} actions={actions} />}
    </details>
  ))
