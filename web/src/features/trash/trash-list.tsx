import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { refreshShown } from '@/api/refresh-shown'
import { keys } from '@/api/keys'
import { restoreItem } from '@/api/trash'
import type { TrashedItem } from '@/api/types'
import { Button } from '@/components/ui/button'
import { TimeAgo } from '@/components/ui/time-ago'

interface TrashListProps {
  items: TrashedItem[]
  mayWrite: boolean
}

export const TrashList = ({ items, mayWrite }: TrashListProps) => (
  <ul className="divide-y rounded-xl border bg-surface">
    {items.map((item) => (
      <TrashRow key={item.id} item={item} mayWrite={mayWrite} />
    ))}
  </ul>
)

function TrashRow({ item, mayWrite }: { item: TrashedItem; mayWrite: boolean }) {
  const cache = useQueryClient()
  const restore = useMutation({
    mutationFn: () => restoreItem(item.id),
    onSuccess: async () => {
      toast.success(`Restored “${item.title}”`)
      await cache.invalidateQueries({ queryKey: keys.trash(item.library_id) })
      await refreshShown(cache, item.id, item.library_id)
    },
    onError: (error) => toast.error(reason(error)),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <div className="min-w-0 grow basis-64">
        <p dir="auto" className="text-sm font-medium">
          {item.title}
        </p>
        {item.path && <p className="mt-0.5 font-mono text-xs break-all text-soft">{item.path}</p>}
        <p className="mt-1 text-xs text-soft">
          {why(item)} <TimeAgo at={item.missing_since} />
        </p>
      </div>
      {mayWrite && item.reason !== 'merged' && (
        <Button
          busy={restore.isPending}
          onClick={() => restore.mutate()}
          aria-label={`Restore ${item.title}`}
        >
          {!restore.isPending && <RotateCcw aria-hidden="true" />} Restore
        </Button>
      )}
    </li>
  )
}

function why({ reason, deleted_by: by }: TrashedItem): string {
  if (reason === 'files_gone') return 'Its files are gone from disk; missing since'
  if (reason === 'merged') return by ? `Merged into another book by ${by}` : 'Merged into another book'
  const who = by ? `Deleted by ${by}` : 'Deleted'
  return reason === 'excluded' ? `${who} and kept away from scans` : who
}
