import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { toast } from 'sonner'
import { serverSaid } from '@/api/client'
import { splitBook } from '@/api/grouping'
import { refreshShown } from '@/api/refresh-shown'
import type { Subject } from '@/api/subject'

/** Makes a file of a book a book of its own. */
export function useSplit(file: Subject) {
  const cache = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: () => splitBook(file.itemId, [file.id]),
    onSuccess: async (book) => {
      const open = () => void router.navigate({ to: '/books/$id', params: { id: book.id } })
      toast.success('The file is a book of its own now', { action: { label: 'Open book', onClick: open } })
      await refreshShown(cache, file.itemId, file.libraryId)
    },
    onError: (error) => toast.error(serverSaid(error, 'Failed to make a book of the file')),
  })
}
