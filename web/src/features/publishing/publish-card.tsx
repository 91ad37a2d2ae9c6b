import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isActive } from '@/api/jobs'
import { runQuery } from '@/api/publishing'
import type { Job } from '@/api/types'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ApiError } from '@/api/client'
import { programName, runText } from './publish-text'
import { RunState, RunSubject } from './run-list'

/** What a job of publishing did, or takes back. */
export function PublishCard({ job }: { job: Job }) {
  const data = (job.data ?? {}) as { undo_run_id?: number | null }
  const undone = data.undo_run_id ?? null
  const runId = undone ?? job.id
  const run = useQuery({
    ...runQuery(runId),
    retry: false,
    // A run is known from its first file on.
    refetchInterval: isActive(job.status) ? 2_000 : false,
  })
  const isUnknown = run.error instanceof ApiError && run.error.status === 404
  return (
    <section aria-labelledby="publish-run" className="rounded-2xl border bg-surface p-4 text-sm sm:p-5">
      <h2 id="publish-run" className="text-base font-semibold">
        {undone === null ? 'Publishing' : `Taking back run ${undone}`}
      </h2>
      {isActive(job.status) && (
        <ProgressBar
          label="Progress"
          value={job.status === 'in_progress' ? job.progress : null}
          className="mt-3 max-w-md"
        />
      )}
      {run.isPending && <Skeleton className="mt-3 h-10" />}
      {run.isError && !isUnknown && <ErrorState error={run.error} onRetry={() => void run.refetch()} />}
      {isUnknown && (
        <p className="mt-2 text-soft">
          {isActive(job.status) ? 'Nothing was written yet.' : 'It found nothing to do, or was too long ago.'}
        </p>
      )}
      {run.data && (
        <>
          <p className="mt-2 flex flex-wrap items-center gap-2 font-medium">
            <RunSubject run={run.data} />
            <RunState run={run.data} />
          </p>
          <p className="mt-0.5 text-soft">
            {programName(run.data.program)} · {runText(run.data)} ·{' '}
            <Link
              to="/settings/libraries/$id"
              params={{ id: run.data.library_id }}
              search={{ tab: 'publishing', run: runId }}
              className="underline decoration-line underline-offset-4 hover:decoration-current"
            >
              Show the files
            </Link>
          </p>
        </>
      )}
    </section>
  )
}
