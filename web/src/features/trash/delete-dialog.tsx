import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { forgetShown } from '@/api/refresh-shown'
import type { Subject } from '@/api/subject'
import { deleteItems } from '@/api/trash'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { plural } from '@/lib/format'

interface DeleteDialogProps {
  /** Books of one library. */
  books: Subject[]
  onClose: () => void
  onDeleted?: () => void
}

/** Asks before books go into the trash. The files stay. */
export function DeleteDialog({ books, onClose, onDeleted }: DeleteDialogProps) {
  const cache = useQueryClient()
  const router = useRouter()
  const [exclude, setExclude] = useState(false)
  const itemIds = books.map((book) => book.id)
  const remove = useMutation({
    mutationFn: () => deleteItems(itemIds, exclude),
    onSuccess: async ({ deleted }) => {
      toast.success(books.length === 1 ? 'Book deleted' : `${plural(deleted, 'book')} deleted`)
      await leave()
      onDeleted?.()
      onClose()
    },
    onSettled: () => forgetShown(cache, itemIds, books[0]!.libraryId),
  })

  const leave = async () => {
    const here = router.state.location.pathname
    const book = books.find((each) => here === `/books/${each.id}`)
    if (book) await router.navigate({ to: '/libraries/$id', params: { id: book.libraryId } })
  }

  return (
    <Dialog
      open
      onClose={() => !remove.isPending && onClose()}
      title={books.length === 1 ? 'Delete this book?' : `Delete ${plural(books.length, 'book')}?`}
      description={<Consequence books={books} />}
    >
      <div className="grid gap-4">
        {remove.isError && <Note tone="danger">{reason(remove.error)}</Note>}
        <CheckField
          label="Keep it away"
          hint="The next scan does not bring it back. Otherwise it returns as long as its files are there."
          checked={exclude}
          disabled={remove.isPending}
          onChange={setExclude}
        />
      </div>
      <DialogActions>
        <Button onClick={onClose} disabled={remove.isPending}>
          Cancel
        </Button>
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          Delete
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const Consequence = ({ books: [book, ...more] }: { books: Subject[] }) => (
  <>
    {more.length === 0 ? (
      <>
        “<bdi>{book?.name}</bdi>” goes
      </>
    ) : (
      'They go'
    )}{' '}
    into the trash with every edit made. The files on disk are not touched.
  </>
)
