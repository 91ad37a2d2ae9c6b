import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { countsQuery } from '@/api/publishing'
import type { PublishProgram } from '@/api/types'

/** Goes through the whole plan piece by piece for as long as it is shown. */
export function usePlanCounts(libraryId: number, program: PublishProgram) {
  const counts = useInfiniteQuery({ ...countsQuery(libraryId, program), enabled: program !== 'off' })
  const { hasNextPage, isFetching, isError, fetchNextPage } = counts
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])

  const pages = counts.data?.pages ?? []
  const sum = (name: 'looked' | 'items' | 'write' | 'replace' | 'remove' | 'keep' | 'fail') =>
    pages.reduce((total, page) => total + page[name], 0)
  return {
    total: pages.at(-1)?.total ?? 0,
    looked: sum('looked'),
    items: sum('items'),
    write: sum('write'),
    replace: sum('replace'),
    remove: sum('remove'),
    keep: sum('keep'),
    fail: sum('fail'),
    isComplete: counts.isSuccess && !hasNextPage,
    error: counts.error,
    retry: () => void (counts.data ? fetchNextPage() : counts.refetch()),
  }
}

export type PlanCounts = ReturnType<typeof usePlanCounts>
