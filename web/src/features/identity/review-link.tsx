import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fingerprint } from 'lucide-react'
import { reviewQuery } from '@/api/review'
import { Tooltip } from '@/components/ui/tooltip'
import { count, plural } from '@/lib/format'

const MOST = 99

/** Leads to what waits for a choice; is only there when something does. */
export function ReviewLink() {
  const waiting = useQuery({ ...reviewQuery(0, 1), staleTime: 60_000 }).data?.total ?? 0
  if (waiting === 0) return null
  const text = `Review ${plural(waiting, 'item')}`
  return (
    <Tooltip text={text}>
      <Link
        to="/review"
        aria-label={text}
        className="relative inline-grid size-9 shrink-0 place-items-center rounded-lg text-soft transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
      >
        <Fingerprint aria-hidden="true" className="size-[1.15rem]" />
        <span
          aria-hidden="true"
          className="absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-on-accent"
        >
          {waiting > MOST ? `${MOST}+` : count(waiting)}
        </span>
      </Link>
    </Tooltip>
  )
}
