import { useQuery } from '@tanstack/react-query'
import { runQuery } from '@/api/publishing'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { Sheet } from '@/components/ui/sheet'
import { TimeAgo } from '@/components/ui/time-ago'
import { filesLeft, programName, runText } from './publish-text'
import { RunFiles } from './run-files'
import { RunState, RunSubject } from './run-list'

interface RunSheetProps {
  runId: number
  library: Library
  mayWrite: boolean
  onClose: () => void
  onTakeBack: () => void
}

/** One run, file by file. */
export function RunSheet({ runId, library, mayWrite, onClose, onTakeBack }: RunSheetProps) {
  const run = useQuery(runQuery(runId))
  return (
    <Sheet onClose={onClose} title={`Run ${runId}`} width="wide">
      {run.isPending && <Skeleton className="h-40 rounded-2xl" />}
      {run.isError && <ErrorState error={run.error} onRetry={() => void run.refetch()} />}
      {run.data && (
        <>
          <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
            <RunSubject run={run.data} />
            <RunState run={run.data} />
          </p>
          <p className="mt-0.5 text-sm text-soft">
            {programName(run.data.program)} · <TimeAgo at={run.data.started_at} /> · {runText(run.data)}
          </p>
          {mayWrite && filesLeft(run.data) > 0 && (
            <Button className="mt-4" disabled={run.data.job_id !== null} onClick={onTakeBack}>
              Take back
            </Button>
          )}
          <div className="mt-5">
            <RunFiles runId={runId} folders={library.paths} />
          </div>
        </>
      )}
    </Sheet>
  )
}
