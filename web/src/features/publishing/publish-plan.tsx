import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, RotateCw } from 'lucide-react'
import { isKind, routeOf } from '@/api/kinds'
import { planQuery } from '@/api/publishing'
import type { Library, PlannedItem, PublishProgram } from '@/api/types'
import { Button } from '@/components/ui/button'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { ProgressBar } from '@/components/ui/progress-bar'
import { count, percent, plural } from '@/lib/format'
import { FileRow } from './file-row'
import { PLANNED, programName, totalsText } from './publish-text'
import type { PlanCounts } from './use-plan-counts'

interface PublishPlanProps {
  library: Library
  program: PublishProgram
  counts: PlanCounts
  onLookAgain: () => void
}

/** What publishing would do just now: how much, and file by file. */
export function PublishPlan({ library, program, counts, onLookAgain }: PublishPlanProps) {
  const plan = useInfiniteQuery(planQuery(library.id, program))
  const items = plan.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-labelledby="publish-plan" className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="publish-plan" className="text-sm font-semibold">
          What would be written for {programName(program)}
        </h3>
        <Button look="plain" onClick={onLookAgain}>
          <RotateCw aria-hidden="true" /> Look again
        </Button>
      </div>
      <Totals counts={counts} />
      {plan.isPending && <Skeleton className="mt-3 h-40 rounded-2xl" />}
      {plan.isError && <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />}
      {items.length > 0 && (
        <ul aria-label="Plan" className="mt-3 divide-y rounded-2xl border bg-surface">
          {items.map((item) => (
            <ItemFiles key={item.item_id} item={item} folders={library.paths} />
          ))}
        </ul>
      )}
      {plan.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button busy={plan.isFetchingNextPage} onClick={() => void plan.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </section>
  )
}

function Totals({ counts }: { counts: PlanCounts }) {
  const { total, looked, items, isComplete, error, retry } = counts
  const totals = totalsText(counts)
  if (error) return <ErrorState error={error} onRetry={retry} />
  return (
    <div className="mt-1 text-sm text-soft">
      {totals.length > 0 && (
        <p>
          {totals.join(' · ')}
          {isComplete && `, beside ${plural(items, 'item')}`}
        </p>
      )}
      {isComplete && totals.length === 0 && (
        <p className="flex items-center gap-2">
          <CircleCheck aria-hidden="true" className="size-4 text-accent" />
          {total === 0
            ? 'There is nothing yet that could be published. Scan the library first.'
            : 'All that is to be published lies beside the media already.'}
        </p>
      )}
      {!isComplete && (
        <div className="mt-1 max-w-md">
          <p aria-live="polite">
            {total > 0
              ? `Looking at the disk: ${count(looked)} of ${plural(total, 'item')}`
              : 'Looking at the disk…'}
          </p>
          <ProgressBar
            label="Looking at the disk"
            value={total > 0 ? percent(looked, total) : null}
            className="mt-1.5"
          />
        </div>
      )}
    </div>
  )
}

const ItemFiles = ({ item, folders }: { item: PlannedItem; folders: string[] }) => (
  <li className="px-4 py-3">
    <p dir="auto" className="mb-1 text-sm font-medium">
      {isKind(item.kind) ? (
        <Link
          to={routeOf(item.kind)}
          params={{ id: item.item_id }}
          className="underline-offset-4 hover:underline"
        >
          {item.title}
        </Link>
      ) : (
        item.title
      )}
    </p>
    <ul aria-label={`Files of ${item.title}`}>
      {item.files.map((file) => (
        <FileRow key={file.path} {...file} outcome={PLANNED[file.action]} folders={folders} />
      ))}
    </ul>
  </li>
)
