import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import { HISTORY_PAGE, historyQuery } from '@/api/history'
import type { Subject } from '@/api/subject'
import type { ShownFile } from '@/api/types'
import { Button } from '@/components/ui/button'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Sheet } from '@/components/ui/sheet'
import { ChangeCard } from './change-card'

interface HistorySheetProps {
  subject: Subject
  files: ShownFile[]
  mayWrite: boolean
  onClose: () => void
}

/** Who changed what, and back with it. */
export function HistorySheet({ subject, files, mayWrite, onClose }: HistorySheetProps) {
  const [limit, setLimit] = useState(HISTORY_PAGE)
  const history = useQuery({ ...historyQuery(subject.itemId, limit), placeholderData: keepPreviousData })
  const { changes = [], total = 0 } = history.data ?? {}
  return (
    <Sheet title="History" description={<bdi>{subject.name}</bdi>} onClose={onClose}>
      {history.isPending && <Skeleton className="h-40 w-full rounded-xl" />}
      {history.isError && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      {history.data && total === 0 && (
        <EmptyState icon={History} title="Nothing changed yet">
          Every edit and every change a scan makes is noted here, and can be undone.
        </EmptyState>
      )}
      <ol className="grid gap-3">
        {changes.map((change) => (
          <ChangeCard
            key={change.id}
            change={change}
            subject={subject}
            file={files.find((file) => file.id === change.file_id)}
            mayWrite={mayWrite}
          />
        ))}
      </ol>
      {changes.length < total && (
        <div className="mt-4 flex justify-center">
          <Button busy={history.isFetching} onClick={() => setLimit(limit + HISTORY_PAGE)}>
            Show older changes
          </Button>
        </div>
      )}
    </Sheet>
  )
}
