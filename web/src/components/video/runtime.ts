import { duration } from '@/lib/format'

interface Timed {
  runtime_min: number | null
  duration_s?: number | null
}

/** `2 h 5 min`: what somebody said, else how long the file is, which is not told by the second. */
export function runtimeOf({ runtime_min: said, duration_s: played = null }: Timed): string | null {
  const minutes = said ?? (played === null ? null : Math.max(1, Math.round(played / 60)))
  return minutes === null ? null : duration(minutes * 60_000)
}
