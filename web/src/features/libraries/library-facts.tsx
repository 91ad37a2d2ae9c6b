import { Link } from '@tanstack/react-router'
import type { Library } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { TimeAgo } from '@/components/ui/time-ago'
import { plural } from '@/lib/format'

export const Roots = ({ library }: { library: Library }) => (
  <ul className="mt-4 grid gap-1.5 text-sm">
    {library.roots.map((root) => (
      <li key={root.id} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Badge tone={root.available ? 'accent' : 'danger'}>
          {root.available ? 'Available' : 'Not reachable'}
        </Badge>
        <span className="min-w-0 font-mono text-xs break-all">{root.path}</span>
        {!root.available && root.last_seen_at && (
          <span className="text-xs text-soft">
            last seen <TimeAgo at={root.last_seen_at} />
          </span>
        )}
      </li>
    ))}
  </ul>
)

export function LastScan({ library }: { library: Library }) {
  const scan = library.last_scan
  if (!scan) return <p className="mt-3 text-sm text-soft">Never scanned.</p>
  return (
    <p className="mt-3 text-sm text-soft">
      <Link
        to="/settings/jobs/$id"
        params={{ id: scan.job_id }}
        className="underline decoration-line underline-offset-4 hover:decoration-current"
      >
        Last scan {scan.status}
      </Link>
      {scan.started_at && (
        <>
          {' '}
          · started <TimeAgo at={scan.started_at} />
        </>
      )}
      {scan.errors_count > 0 && <span className="text-warn"> · {plural(scan.errors_count, 'error')}</span>}
    </p>
  )
}
