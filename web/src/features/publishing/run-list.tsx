import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isKind, routeOf } from '@/api/kinds'
import { RUNS_PAGE, runsQuery } from '@/api/publishing'
import type { PublishRun } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { TimeAgo } from '@/components/ui/time-ago'
import { filesLeft, programName, runText } from './publish-text'

interface RunListProps {
  libraryId: number
  offset: number
  mayWrite: boolean
  onOffset: (offset: number) => void
  onOpen: (runId: number) => void
  onTakeBack: (runId: number) => void
}

/** What was published so far, the newest first. */
export function RunList({ libraryId, offset, onOffset, ...row }: RunListProps) {
  const runs = useQuery({ ...runsQuery(libraryId, offset), placeholderData: (previous) => previous })
  return (
    <section aria-labelledby="publish-runs" className="mt-8">
      <h3 id="publish-runs" className="text-sm font-semibold">
        Runs
      </h3>
      <p className="mt-1 max-w-prose text-sm text-soft">Each run can be taken back for 90 days.</p>
      {runs.isPending && <Skeleton className="mt-3 h-24 rounded-2xl" />}
      {runs.isError && <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data?.total === 0 && <p className="mt-3 text-sm text-soft">Nothing was published yet.</p>}
      {runs.data && runs.data.runs.length > 0 && (
        <ul aria-labelledby="publish-runs" className="mt-3 divide-y rounded-2xl border bg-surface">
          {runs.data.runs.map((run) => (
            <RunRow key={run.id} run={run} {...row} />
          ))}
        </ul>
      )}
      <Pager offset={offset} limit={RUNS_PAGE} total={runs.data?.total ?? 0} onChange={onOffset} />
    </section>
  )
}

type RowProps = { run: PublishRun } & Pick<RunListProps, 'mayWrite' | 'onOpen' | 'onTakeBack'>

const RunRow = ({ run, mayWrite, onOpen, onTakeBack }: RowProps) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
    <div className="min-w-0 grow basis-60">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
        <RunSubject run={run} />
        <RunState run={run} />
      </p>
      <p className="mt-0.5 text-xs text-soft">
        {programName(run.program)} · <TimeAgo at={run.started_at} /> · {runText(run)}
      </p>
    </div>
    <div className="flex gap-2">
      <Button aria-label={`Files of run ${run.id}`} onClick={() => onOpen(run.id)}>
        Files
      </Button>
      {mayWrite && filesLeft(run) > 0 && (
        <Button
          aria-label={`Take back run ${run.id}`}
          disabled={run.job_id !== null}
          onClick={() => onTakeBack(run.id)}
        >
          Take back
        </Button>
      )}
    </div>
  </li>
)

/** What a run was about. */
export function RunSubject({ run }: { run: PublishRun }) {
  if (run.item_id === null) return <span>Whole library</span>
  if (run.item_title === null || !isKind(run.item_kind ?? '')) return <span>An item that is gone</span>
  return (
    <Link
      to={routeOf(run.item_kind as Parameters<typeof routeOf>[0])}
      params={{ id: run.item_id }}
      dir="auto"
      className="min-w-0 underline-offset-4 hover:underline"
    >
      {run.item_title}
    </Link>
  )
}

export function RunState({ run }: { run: PublishRun }) {
  if (run.job_id !== null)
    return <Badge tone="accent">{run.job_id === run.id ? 'Running' : 'Taking back'}</Badge>
  if (run.undone_at) return <Badge>Taken back</Badge>
  if (!run.ended_at) return <Badge tone="warn">Broken off</Badge>
  return run.failed > 0 ? <Badge tone="danger">With failures</Badge> : null
}
