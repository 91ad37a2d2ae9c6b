import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchLogs, pollInterval } from '@/api/jobs'
import { keys } from '@/api/keys'
import type { LiveClient } from '@/api/live'
import type { LiveLog } from '@/api/live-events'
import type { JobLog, LogLevel } from '@/api/types'

export const LEVELS: LogLevel[] = ['debug', 'info', 'warn', 'error']
const LIMIT = 500

interface Lines {
  lines: JobLog[]
  /** Up to here nothing is missing; live lines beyond it may have gaps until the next look. */
  complete: number
}

async function fetchOn(cache: QueryClient, id: number, level: LogLevel, signal: AbortSignal): Promise<Lines> {
  let complete = cache.getQueryData<Lines>(keys.jobLog(id, level))?.complete ?? 0
  const fetched: JobLog[] = []
  for (let full = true; full;) {
    const { logs } = await fetchLogs(id, level, complete, signal)
    fetched.push(...logs)
    complete = logs.at(-1)?.id ?? complete
    full = logs.length === LIMIT
  }
  const known = cache.getQueryData<Lines>(keys.jobLog(id, level))?.lines ?? []
  return { lines: merged(known, fetched), complete }
}

/** Both lists as one, by id, each line once. */
export function merged(known: JobLog[], more: JobLog[]): JobLog[] {
  const byId = new Map([...known, ...more].map((line) => [line.id, line]))
  return [...byId.values()].sort((a, b) => a.id - b.id)
}

const asLine = ({ id, jobId, level, message, data, createdAt }: LiveLog): JobLog => ({
  id,
  job_id: jobId,
  level,
  message,
  data,
  created_at: createdAt,
})

/** A job's log of one level and above: what is stored, then every new line as it is written. */
export function useJobLog(live: LiveClient, id: number, level: LogLevel, active: boolean) {
  const cache = useQueryClient()
  const log = useQuery({
    queryKey: keys.jobLog(id, level),
    queryFn: ({ signal }) => fetchOn(cache, id, level, signal),
    refetchInterval: active ? pollInterval(true) : false,
  })

  useEffect(() => {
    const key = keys.jobLog(id, level)
    const wanted = LEVELS.slice(LEVELS.indexOf(level))
    const ends = [
      live.on('job:log', ({ jobId, logs }) => {
        const more = logs.filter((line) => wanted.includes(line.level)).map(asLine)
        if (jobId !== id || more.length === 0) return
        cache.setQueryData<Lines>(key, (known) => known && { ...known, lines: merged(known.lines, more) })
      }),
      live.onCaughtUp(() => void cache.invalidateQueries({ queryKey: key })),
      live.watchJob(id),
    ]
    return () => ends.forEach((end) => end())
  }, [live, cache, id, level])

  // The last lines of a job are written as it ends.
  useEffect(() => {
    if (!active) void cache.invalidateQueries({ queryKey: ['job-log', id] })
  }, [cache, id, active])

  return log
}
