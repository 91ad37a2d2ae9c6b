import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { trashQuery, TRASH_PAGE } from '@/api/trash'
import { Button } from '@/components/ui/button'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { EmptyTrashDialog } from './empty-trash-dialog'
import { TrashList } from './trash-list'

interface TrashViewProps {
  libraryId: number
  mayWrite: boolean
  offset: number
  onOffset: (offset: number) => void
}

/** What is missing from disk or was deleted, and waits to come back or to be forgotten. */
export function TrashView({ libraryId, mayWrite, offset, onOffset }: TrashViewProps) {
  const trash = useQuery({ ...trashQuery(libraryId, offset), placeholderData: keepPreviousData })
  const [asks, setAsks] = useState(false)
  if (trash.isPending) return <Skeleton className="h-40 w-full rounded-xl" />
  if (trash.isError) return <ErrorState error={trash.error} onRetry={() => void trash.refetch()} />
  const { items, total } = trash.data
  if (total === 0) {
    return (
      <EmptyState icon={Trash2} title="The trash is empty">
        What is gone from disk, and what you delete, waits here.
      </EmptyState>
    )
  }
  return (
    <>
      {mayWrite && (
        <div className="mb-3 flex justify-end">
          <Button look="danger" onClick={() => setAsks(true)}>
            <Trash2 aria-hidden="true" /> Empty trash
          </Button>
        </div>
      )}
      <TrashList items={items} mayWrite={mayWrite} />
      <Pager offset={offset} limit={TRASH_PAGE} total={total} onChange={onOffset} />
      {asks && <EmptyTrashDialog libraryId={libraryId} onClose={() => setAsks(false)} />}
    </>
  )
}
