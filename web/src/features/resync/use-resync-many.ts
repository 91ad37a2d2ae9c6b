import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { toast } from 'sonner'
import { serverSaid } from '@/api/client'
import { keys } from '@/api/keys'
import { resyncMany } from '@/api/resync'

/** Has a job read many items again. */
export function useResyncMany(onStarted: () => void) {
  const cache = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: ({ itemIds, refresh }: { itemIds: number[]; refresh: boolean }) =>
      resyncMany(itemIds, refresh),
    onSuccess: (job, { refresh }) => {
      const open = () => void router.navigate({ to: '/settings/jobs/$id', params: { id: job.id } })
      toast.success(refresh ? 'Refresh started' : 'Scan for new metadata started', {
        action: { label: 'Open job', onClick: open },
      })
      void cache.invalidateQueries({ queryKey: keys.jobs })
      onStarted()
    },
    onError: (error, { refresh }) =>
      toast.error(serverSaid(error, `Failed to ${refresh ? 'refresh' : 'scan'} metadata`)),
  })
}
