import { useQuery } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { coversQuery } from '@/api/covers'
import { KINDS } from '@/api/kinds'
import { fileName, type Subject } from '@/api/subject'
import type { BookFile, ShownFile } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { capital } from '@/lib/format'
import { CoverCandidate } from './cover-candidate'
import { PageChoice } from './page-choice'
import { useCoverActions } from './use-covers'

interface CoverDialogProps {
  subject: Subject
  files: ShownFile[]
  onClose: () => void
}

const COMICS = new Set(['cbz', 'cbr', 'cb7'])

const isComic = (file: ShownFile): file is BookFile =>
  'page_count' in file && COMICS.has(file.file_type) && !file.error && !!file.page_count

/** Which of its pictures stands for an item; one of one's own, or a page of a comic, may be it too. */
export function CoverDialog({ subject, files, onClose }: CoverDialogProps) {
  const covers = useQuery(coversQuery(subject))
  const actions = useCoverActions(subject)
  const comics = files.filter(isComic)
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={capital(KINDS[subject.itemKind].picture)}
      description={<bdi>{subject.name}</bdi>}
    >
      <div className="grid gap-5">
        {covers.isPending && <Skeleton className="h-32 w-full rounded-xl" />}
        {covers.isError && <ErrorState error={covers.error} onRetry={() => void covers.refetch()} />}
        {covers.data?.length === 0 && (
          <p className="text-sm text-soft">No picture was found in the files or beside them.</p>
        )}
        {covers.data && (
          <ul className="grid gap-2 sm:grid-cols-2">
            {covers.data.map((asset) => (
              <CoverCandidate key={asset.id} asset={asset} files={files} actions={actions} />
            ))}
          </ul>
        )}
        <UploadButton busy={actions.upload.isPending} onPicture={(file) => actions.upload.mutate(file)} />
        {comics.map((file) => (
          <details key={file.id}>
            <summary className="mb-3 w-fit rounded text-sm font-medium">
              Choose a page of <bdi>{fileName(file.filepath)}</bdi>
            </summary>
            <PageChoice file={file} actions={actions} />
          </details>
        ))}
      </div>
    </Dialog>
  )
}

function UploadButton({ busy, onPicture }: { busy: boolean; onPicture: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label="Picture to upload"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onPicture(file)
          event.target.value = ''
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        {!busy && <Upload aria-hidden="true" />} Upload a picture
      </Button>
    </div>
  )
}
