import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { libraryScanQuery, scanIsActive } from '@/api/scans'
import type { Library, Scan } from '@/api/types'
import { IconButton } from '@/components/ui/button'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Spinner } from '@/components/ui/spinner'
import { endingTitle, shortPercentage, shortProgress } from './scan-wording'

/**
 * The slim line of a library that is being scanned, and what it says once all items are there.
 * It floats at the foot of the window, so that nothing moves when it comes and goes.
 */
export function ScanLine({ library }: { library: Library }) {
  const scan = useQuery(libraryScanQuery(useQueryClient(), library.id)).data
  const [watched, setWatched] = useState<number | null>(null)
  const active = scanIsActive(scan)
  if (active && scan && watched !== scan.id) setWatched(scan.id)

  const justEnded = !active && scan && watched === scan.id
  return (
    <div role="status" className="fixed inset-x-3 bottom-3 z-20 mx-auto max-w-2xl text-sm">
      {active && scan && <Running scan={scan} library={library} />}
      {justEnded && <JustEnded scan={scan} onClose={() => setWatched(null)} />}
    </div>
  )
}

const isReady = (scan: Scan) =>
  scan.status === 'caching' || scan.status === 'enriching' || scan.scanning_completed_at !== null

function Running({ scan, library }: { scan: Scan; library: Library }) {
  const text = shortProgress(scan, library.type)
  return (
    <Link
      to="/settings/jobs/$id"
      params={{ id: scan.job_id }}
      className="block rounded-xl bg-raised px-4 py-2.5 shadow-float"
    >
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Spinner className="text-accent" />
        <span className="grow">{text}</span>
        {isReady(scan) && <Ready />}
        {scan.estimated_time_remaining && (
          <span className="text-soft">{scan.estimated_time_remaining} left</span>
        )}
      </span>
      <ProgressBar label={text} value={shortPercentage(scan)} className="mt-2 h-1" />
    </Link>
  )
}

const Ready = () => (
  <span className="inline-flex items-center gap-1.5 font-medium text-accent">
    <Check aria-hidden="true" className="size-4" strokeWidth={3} />
    Library is ready
  </span>
)

function JustEnded({ scan, onClose }: { scan: Scan; onClose: () => void }) {
  const well = scan.status === 'completed'
  return (
    <div className="flex items-center gap-x-3 rounded-xl bg-raised py-1 pr-1 pl-4 shadow-float">
      <span className="flex grow flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
        {well ? <Ready /> : <TriangleAlert aria-hidden="true" className="size-4 text-warn" />}
        <Link
          to="/settings/jobs/$id"
          params={{ id: scan.job_id }}
          className="underline-offset-4 hover:underline"
        >
          {endingTitle(scan)}
        </Link>
      </span>
      <IconButton aria-label="Dismiss" onClick={onClose}>
        <X />
      </IconButton>
    </div>
  )
}
