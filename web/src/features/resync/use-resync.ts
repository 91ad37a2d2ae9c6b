import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { toast } from 'sonner'
import { serverSaid } from '@/api/client'
import { keys } from '@/api/keys'
import { addressOf } from '@/api/kinds'
import { forgetShown, refreshShown } from '@/api/refresh-shown'
import { resync, type ResyncAnswer } from '@/api/resync'
import { fileName, placeOf, type Subject } from '@/api/subject'
import { capital, plural } from '@/lib/format'

const removed = (kind: Subject['kind']) => `${capital(kind)} removed (no longer exists on disk)`

/** Reads an item or a file again and says how it went. Ends well also when what started it is off the page by then. */
export function useResync(subject: Subject) {
  const cache = useQueryClient()
  const router = useRouter()
  const { itemId, itemKind, libraryId } = subject

  const onSuccess = async (answer: ResyncAnswer, refresh: boolean) => {
    const gone = answer.deleted && isItem(subject, answer)
    if (gone && router.state.location.pathname === addressOf(itemKind, itemId)) {
      await router.navigate(placeOf(subject))
    }
    tell(subject, answer, refresh)
    await (gone ? forgetShown(cache, [itemId], libraryId) : refreshShown(cache, itemId, libraryId))
  }

  return useMutation({
    mutationKey: keys.resync(subject),
    mutationFn: (refresh: boolean) => resync(subject, refresh),
    onSuccess,
    onError: (error, refresh) =>
      toast.error(serverSaid(error, `Failed to ${refresh ? 'refresh' : 'scan'} metadata`)),
  })
}

/** Whether this item or file is being read again, whoever on this page asked for it. */
export const useResyncRuns = (subject: Subject) =>
  useIsMutating({ mutationKey: keys.resync(subject), exact: true }) > 0

/** The last file takes the item with it. */
const isItem = ({ kind }: Subject, { book_deleted: whole }: { book_deleted?: boolean }) =>
  kind !== 'file' || whole === true

function tell(subject: Subject, answer: ResyncAnswer, refresh: boolean) {
  if (answer.deleted) {
    toast.success(removed(isItem(subject, answer) ? subject.itemKind : subject.kind))
    return
  }
  toast.success(refresh ? 'Metadata refreshed' : 'Metadata scanned')
  const failed = answer.failed_files ?? []
  if (failed.length > 0) {
    const names = failed.map((file) => fileName(file.filepath)).join(', ')
    toast.warning(`${plural(failed.length, 'file')} could not be read: ${names}`)
  }
}
