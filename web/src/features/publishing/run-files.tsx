import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RUN_FILES_PAGE, runFilesQuery } from '@/api/publishing'
import type { PublishedFile } from '@/api/types'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { Select } from '@/components/ui/select'
import { FileRow } from './file-row'
import { fileOutcome, STATES } from './publish-text'

interface RunFilesProps {
  runId: number
  folders: string[]
}

/** The files of a run, all or those that ended in one way. */
export function RunFiles({ runId, folders }: RunFilesProps) {
  const [state, setState] = useState<PublishedFile['state']>()
  const [offset, setOffset] = useState(0)
  const files = useQuery({
    ...runFilesQuery(runId, state, offset),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <Select
        aria-label="Files"
        value={state ?? ''}
        options={[{ value: '', text: 'All files' }, ...STATES]}
        onChange={(value) => {
          setState((value || undefined) as PublishedFile['state'] | undefined)
          setOffset(0)
        }}
      />
      {files.isPending && <Skeleton className="mt-3 h-40 rounded-2xl" />}
      {files.isError && <ErrorState error={files.error} onRetry={() => void files.refetch()} />}
      {files.data?.total === 0 && (
        <p className="mt-4 text-sm text-soft">
          {state ? 'No file of this run ended so.' : 'Nothing had to be done.'}
        </p>
      )}
      <ul aria-label="Files of the run" className="mt-3 divide-y empty:hidden">
        {files.data?.files.map((file) => (
          <FileRow key={file.path} {...file} outcome={fileOutcome(file)} folders={folders} />
        ))}
      </ul>
      <Pager offset={offset} limit={RUN_FILES_PAGE} total={files.data?.total ?? 0} onChange={setOffset} />
    </>
  )
}
