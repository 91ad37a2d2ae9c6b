import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { canHold } from '@/api/kinds'
import { publishedKindsQuery, refreshPlan, runsQuery } from '@/api/publishing'
import type { Library, PublishProgram } from '@/api/types'
import { ErrorState, Note, Skeleton } from '@/components/ui/feedback'
import { ProgramForm } from './program-form'
import { PublishJob } from './publish-job'
import { PublishPlan } from './publish-plan'
import { PROGRAMS } from './publish-text'
import { RunList } from './run-list'
import { RunSheet } from './run-sheet'
import { TakeBackDialog } from './take-back-dialog'
import { usePlanCounts } from './use-plan-counts'

/** What is open over the page, and which runs it lists: all of it is in the address. */
export interface PublishingPlace {
  run?: number
  takeBack?: number
  offset?: number
}

interface PublishingViewProps {
  library: Library
  mayWrite: boolean
  mayReadJobs: boolean
  mayCancel: boolean
  place: PublishingPlace
  onPlace: (place: PublishingPlace) => void
}

/** What is written beside a library's media for another program: whether, what, and what was. */
export const PublishingView = (props: PublishingViewProps) => (
  <section aria-labelledby="publishing">
    <h2 id="publishing" className="text-base font-semibold">
      Publishing
    </h2>
    <p className="mt-1 max-w-prose text-sm text-soft">
      Writes the pictures in use, and NFO files with the metadata, beside your media, by the names that Kodi,
      Jellyfin or Plex looks for. It is off unless you choose a program, and never touches a file of your own.
    </p>
    <Publishing {...props} />
  </section>
)

function Publishing({ library, mayWrite, mayReadJobs, mayCancel, place, onPlace }: PublishingViewProps) {
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<PublishProgram>()
  const program = chosen ?? library.options.publish
  const kinds = useQuery(publishedKindsQuery(library.id))
  const counts = usePlanCounts(library.id, program)
  const [job, setJob] = useWork(library.id, place.offset ?? 0)
  if (kinds.isPending) return <Skeleton className="mt-3 h-40 rounded-2xl" />
  if (kinds.isError) return <ErrorState error={kinds.error} onRetry={() => void kinds.refetch()} />
  if (!kinds.data.some((kind) => canHold(library.type, kind)))
    return (
      <Note tone="info" className="mt-4">
        There is nothing to publish in this library: {programs} look for such files beside movies, shows and
        music, not beside books.
      </Note>
    )
  return (
    <>
      {mayWrite && (
        <ProgramForm
          library={library}
          program={program}
          changes={counts.isComplete ? counts.write + counts.replace + counts.remove > 0 : undefined}
          onProgram={setChosen}
          onStarted={setJob}
        />
      )}
      {job !== undefined && mayReadJobs && (
        <PublishJob key={job} jobId={job} libraryId={library.id} mayCancel={mayCancel} />
      )}
      {program !== 'off' && (
        <PublishPlan
          key={program}
          library={library}
          program={program}
          counts={counts}
          onLookAgain={() => void refreshPlan(cache, library.id)}
        />
      )}
      <RunList
        libraryId={library.id}
        offset={place.offset ?? 0}
        mayWrite={mayWrite}
        onOffset={(offset) => onPlace(offset ? { offset } : {})}
        onOpen={(run) => onPlace({ ...place, run })}
        onTakeBack={(takeBack) => onPlace({ ...place, takeBack })}
      />
      {place.run !== undefined && place.takeBack === undefined && (
        <RunSheet
          runId={place.run}
          library={library}
          mayWrite={mayWrite}
          onClose={() => onPlace({ ...place, run: undefined })}
          onTakeBack={() => onPlace({ ...place, takeBack: place.run })}
        />
      )}
      {place.takeBack !== undefined && mayWrite && (
        <TakeBackDialog
          runId={place.takeBack}
          library={library}
          onClose={() => onPlace({ ...place, takeBack: undefined })}
          onStarted={(started) => {
            setChosen(undefined)
            setJob(started)
          }}
        />
      )}
    </>
  )
}

const programs = `${PROGRAMS.kodi}, ${PROGRAMS.jellyfin} and ${PROGRAMS.plex}`

/** The job to tell of: begun here, or found at work on a run of the list; it is told of until its end is. */
function useWork(libraryId: number, offset: number) {
  const [job, setJob] = useState<number>()
  const { data } = useQuery(runsQuery(libraryId, offset))
  const found = Math.max(
    0,
    ...(data?.runs ?? []).map((run) => (run.item_id === null ? (run.job_id ?? 0) : 0)),
  )
  if (found > (job ?? 0)) setJob(found)
  return [job, setJob] as const
}
