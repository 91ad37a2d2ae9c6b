import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { toast } from 'sonner'
import { serverSaid } from '@/api/client'
import { keys } from '@/api/keys'
import { forgetShown, refreshShown } from '@/api/refresh-shown'
import { resync, type ResyncAnswer } from '@/api/resync'
import { fileName, type Subject } from '@/api/subject'
import { plural } from '@/lib/format'

const FILE_REMOVED = 'File removed (no longer exists on disk)'
const BOOK_REMOVED = 'Book removed (no longer exists on disk)'

/** Reads a book or a file again and says how it went. Ends well also when what started it is off the page by then. */
export function useResync(subject: Subject) {
  const cache = useQueryClient()
  const router = useRouter()
  const { bookId, libraryId } = subject

  const onSuccess = async (answer: ResyncAnswer, refresh: boolean) => {
    const bookGone = answer.deleted && (subject.kind === 'book' || answer.book_deleted)
    if (bookGone && router.state.location.pathname === `/books/${bookId}`) {
      await router.navigate({ to: '/libraries/$id', params: { id: libraryId } })
    }
    tell(subject, answer, refresh)
    await (bookGone ? forgetShown(cache, [bookId], libraryId) : refreshShown(cache, bookId, libraryId))
  }

  return useMutation({
    mutationKey: keys.resync(subject),
    mutationFn: (refresh: boolean) => resync(subject, refresh),
    onSuccess,
    onError: (error, refresh) =>
      toast.error(serverSaid(error, `Failed to ${refresh ? 'refresh' : 'scan'} metadata`)),
  })
}

/** Whether this book or file is being read again, whoever on this page asked for it. */
export const useResyncRuns = (subject: Subject) =>
  useIsMutating({ mutationKey: keys.resync(subject), exact: true }) > 0

function tell(subject: Subject, answer: ResyncAnswer, refresh: boolean) {
  if (answer.deleted) {
    toast.success(subject.kind === 'book' || answer.book_deleted ? BOOK_REMOVED : FILE_REMOVED)
    return
  }
  toast.success(refresh ? 'Metadata refreshed' : 'Metadata scanned')
  const failed = answer.failed_files ?? []
  if (failed.length > 0) {
    const names = failed.map((file) => fileName(file.filepath)).join(', ')
    toast.warning(`${plural(failed.length, 'file')} could not be read: ${names}`)
  }
}
