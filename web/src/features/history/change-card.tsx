import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { undoChange } from '@/api/history'
import { routeOf } from '@/api/kinds'
import { forgetShown, refreshShown } from '@/api/refresh-shown'
import { fileName, type Subject } from '@/api/subject'
import type { Change, ShownFile } from '@/api/types'
import { providerName } from '@/components/metadata/source-text'
import { ValueChange } from '@/components/metadata/value-change'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { plural } from '@/lib/format'

interface ChangeCardProps {
  change: Change
  subject: Subject
  file: ShownFile | undefined
  mayWrite: boolean
}

export function ChangeCard({ change, subject, file, mayWrite }: ChangeCardProps) {
  const cache = useQueryClient()
  const router = useRouter()
  const undo = useMutation({
    mutationFn: () => undoChange(change.id),
    onSuccess: async ({ item_id: shown }) => {
      toast.success('Change undone')
      // An item that gave its last file back is gone: on to the one that has it.
      if (shown !== change.item_id) {
        await router.navigate({ to: routeOf(subject.itemKind), params: { id: shown } })
        await forgetShown(cache, [change.item_id], subject.libraryId)
      }
      await refreshShown(cache, shown, subject.libraryId)
    },
  })
  return (
    <li className="rounded-xl border p-4">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <p className="min-w-0 grow">
          <span dir="auto" className="font-medium">
            {who(change)}
          </span>{' '}
          <span className="text-soft">
            <TimeAgo at={change.at} />
            {source(change)}
          </span>
        </p>
        {change.undone_at && (
          <Badge>
            Undone <TimeAgo at={change.undone_at} />
          </Badge>
        )}
        {mayWrite && !change.undone_at && (
          <Button look="plain" className="!h-8 !px-2.5" busy={undo.isPending} onClick={() => undo.mutate()}>
            {!undo.isPending && <Undo2 aria-hidden="true" />} Undo
          </Button>
        )}
      </div>
      {change.file_id !== null && (
        <p dir="auto" className="mt-0.5 text-xs text-soft">
          {file ? fileName(file.filepath) : 'A file that is gone'}
        </p>
      )}
      {change.files_from && (
        <p className="mt-1 text-sm">
          {plural(change.files_from.file_ids.length, 'file')} came here from “
          <bdi>{change.files_from.title}</bdi>”
        </p>
      )}
      {undo.isError && (
        <Note tone="danger" className="mt-2">
          {reason(undo.error)}
        </Note>
      )}
      <div className="mt-1 divide-y">
        {Object.entries(change.fields).map(([field, [before, after]]) => (
          <ValueChange
            key={field}
            of={subject.itemKind}
            field={field}
            before={before}
            after={after}
            sourceAfter={change.source}
          />
        ))}
      </div>
    </li>
  )
}

const who = ({ user, job }: Change) => user ?? (job ? `Job ${job}` : 'Colophon')

const SOURCES: Record<string, string> = {
  manual: ', by hand',
  sidecar: ', from a sidecar',
  embedded: ', from inside the file',
  path: ', from the path',
}

const source = (change: Change) => SOURCES[change.source] ?? `, from ${providerName(change.source)}`
