import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { cancelJob, latestScanQuery, startScan } from '@/api/jobs'
import { keys } from '@/api/keys'

/** The newest scan that concerns a library, and the ways to start and stop one. */
export function useLatestScan(libraryId: number) {
  const cache = useQueryClient()
  const latest = useQuery(latestScanQuery(libraryId))
  const lookAgain = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: keys.latestScan(libraryId) }),
      cache.invalidateQueries({ queryKey: keys.libraryScan(libraryId) }),
      cache.invalidateQueries({ queryKey: keys.jobLists }),
    ])

  const start = useMutation({
    mutationKey: ['start-scan', libraryId],
    mutationFn: (data: Record<string, unknown>) => startScan(libraryId, data),
    onSuccess: (job) => cache.setQueryData(keys.latestScan(libraryId), job),
    onError: (error) => toast.error(reason(error)),
    onSettled: lookAgain,
  })
  const cancel = useMutation({
    mutationFn: cancelJob,
    onError: (error) => toast.error(reason(error)),
    onSettled: lookAgain,
  })
  return { latest, start, cancel }
}
