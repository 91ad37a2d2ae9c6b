import { exactTime } from '@/lib/format'
import { timeAgo } from '@/lib/time-ago'
import { useNow } from '@/lib/use-now'

/** A relative time that keeps moving, with the exact one on hover. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={exactTime(at)} className={className}>
      {timeAgo(at, now)}
    </time>
  )
}
