import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { mergeBooks } from '@/api/grouping'
import { forgetShown, refreshShown } from '@/api/refresh-shown'
import type { Subject } from '@/api/subject'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Note } from '@/components/ui/feedback'
import { plural } from '@/lib/format'
import { KeptBookOption } from './kept-book-option'

interface MergeBooksDialogProps {
  /** Two or more of one library. */
  books: Subject[]
  onClose: () => void
  onMerged: () => void
}

/** Makes one book of several; which of them stays is the user's choice. */
export function MergeBooksDialog({ books, onClose, onMerged }: MergeBooksDialogProps) {
  const cache = useQueryClient()
  const router = useRouter()
  const [keptId, setKeptId] = useState(books[0]?.id)
  const merge = useMutation({
    mutationFn: (kept: Subject) => mergeBooks(kept.id, others(kept)),
    onSuccess: async (book, kept) => {
      const open = () => void router.navigate({ to: '/books/$id', params: { id: book.id } })
      toast.success(`Merged into “${book.title}”`, { action: { label: 'Open book', onClick: open } })
      await Promise.all([
        refreshShown(cache, kept.id, kept.libraryId),
        forgetShown(cache, others(kept), kept.libraryId),
      ])
      onMerged()
    },
  })
  const others = (kept: Subject) => books.map((book) => book.id).filter((id) => id !== kept.id)
  const kept = books.find((book) => book.id === keptId)

  return (
    <Dialog
      open
      onClose={() => !merge.isPending && onClose()}
      title={`Merge ${plural(books.length, 'book')}`}
      description="All their files become one book, and scans leave it so. Undoing it in the history of that book brings the others back."
    >
      <div className="grid gap-4">
        {merge.isError && <Note tone="danger">{reason(merge.error)}</Note>}
        <fieldset disabled={merge.isPending}>
          <legend className="text-sm font-medium">Which book is kept?</legend>
          <p className="mb-2 text-xs text-soft">
            Its edits, locks, cover and history stay. Those of the others go into the trash with them.
          </p>
          <div className="grid gap-2">
            {books.map((book) => (
              <KeptBookOption
                key={book.id}
                book={book}
                checked={book.id === keptId}
                onChoose={() => setKeptId(book.id)}
              />
            ))}
          </div>
        </fieldset>
      </div>
      <DialogActions>
        <Button onClick={onClose} disabled={merge.isPending}>
          Cancel
        </Button>
        <Button
          look="primary"
          busy={merge.isPending}
          disabled={!kept}
          onClick={() => kept && merge.mutate(kept)}
        >
          Merge
        </Button>
      </DialogActions>
    </Dialog>
  )
}
