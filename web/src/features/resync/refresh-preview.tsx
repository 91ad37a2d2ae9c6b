import { useQuery } from '@tanstack/react-query'
import { reason } from '@/api/client'
import type { ItemKind } from '@/api/kinds'
import { resyncPreviewQuery } from '@/api/resync'
import { fileName, type Subject } from '@/api/subject'
import type { PreviewedChange, ResyncPreview } from '@/api/types'
import { ValueChange } from '@/components/metadata/value-change'
import { Button } from '@/components/ui/button'
import { Note, Skeleton } from '@/components/ui/feedback'
import { plural } from '@/lib/format'

/** What a refresh would change, field by field, before it is confirmed. */
export function RefreshPreview({ subject }: { subject: Subject }) {
  const preview = useQuery(resyncPreviewQuery(subject))
  return (
    <section aria-label="What would change" aria-busy={preview.isFetching} className="text-sm">
      {preview.isPending && <Waiting />}
      {preview.isError && (
        <Note tone="warn">
          What would change cannot be shown: {reason(preview.error)}{' '}
          <Button look="plain" className="!h-7 !px-2" onClick={() => void preview.refetch()}>
            Try again
          </Button>
        </Note>
      )}
      {preview.data && <Difference preview={preview.data} subject={subject} />}
    </section>
  )
}

const Waiting = () => (
  <div className="grid gap-3 rounded-xl border p-4">
    <p className="text-soft">Reading the files to see what would change…</p>
    <Skeleton className="h-4 w-3/4" />
    <Skeleton className="h-4 w-1/2" />
  </div>
)

function Difference({ preview, subject }: { preview: ResyncPreview; subject: Subject }) {
  const { changes, removed_files: removed, failed_files: failed } = preview
  const nothing = changes.length === 0 && removed.length === 0 && failed.length === 0
  if (nothing) {
    return <p className="rounded-xl border bg-sunken/60 p-4 text-center text-soft">Nothing would change</p>
  }
  return (
    <div className="grid gap-3">
      {failed.map((file) => (
        <Note key={file.file_id} tone="warn">
          <bdi className="font-medium">{fileName(file.filepath)}</bdi>: {file.message} What is known of it
          stays.
        </Note>
      ))}
      {removed.length > 0 && (
        <Note tone="warn">
          {subject.kind === 'file'
            ? 'The file no longer exists on disk and would be removed.'
            : `${plural(removed.length, 'file')} no longer ${removed.length === 1 ? 'exists' : 'exist'} on disk and would be removed.`}
        </Note>
      )}
      {changes.length > 0 && <Changes of={subject.itemKind} changes={changes} />}
    </div>
  )
}

const Changes = ({ of, changes }: { of: ItemKind; changes: PreviewedChange[] }) => (
  <div className="rounded-xl border px-4">
    <h3 className="border-b py-2.5 text-sm font-medium">{plural(changes.length, 'field')} would change</h3>
    <div className="divide-y">
      {changes.map((change) => (
        <ValueChange
          key={`${change.file_id} ${change.field}`}
          of={of}
          field={change.field}
          before={change.before}
          after={change.after}
          sourceBefore={change.source_before}
          sourceAfter={change.source_after}
        />
      ))}
    </div>
  </div>
)
