import type { MovieListItem } from '@/api/types'
import { duration } from '@/lib/format'

/** `2 h 5 min`: what somebody said, else how long the file is, which is not told by the second. */
export function runtimeOf({
  runtime_min: said,
  duration_s: played,
}: Pick<MovieListItem, 'runtime_min' | 'duration_s'>): string | null {
  const minutes = said ?? (played === null ? null : Math.max(1, Math.round(played / 60)))
  return minutes === null ? null : duration(minutes * 60_000)
}
