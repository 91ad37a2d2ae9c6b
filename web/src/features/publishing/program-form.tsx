import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { keys } from '@/api/keys'
import { editLibrary } from '@/api/libraries'
import { publishLibrary } from '@/api/publishing'
import type { Library, PublishProgram } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { FieldGroup } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { PROGRAM_HINTS, PROGRAMS } from './publish-text'

interface ProgramFormProps {
  library: Library
  /** As it is chosen, saved or not. */
  program: PublishProgram
  /** Whether publishing just now would change a file; undefined while nobody knows. */
  changes: boolean | undefined
  onProgram: (program: PublishProgram) => void
  /** Publishing has begun, as this job. */
  onStarted: (jobId: number) => void
}

/** For which program a library is published, and publishing it all. */
export function ProgramForm({ library, program, changes, onProgram, onStarted }: ProgramFormProps) {
  const cache = useQueryClient()
  const saved = library.options.publish
  const isChanged = program !== saved
  const save = useMutation({
    mutationFn: () => editLibrary(library.id, { options: { publish: program } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.libraries })
      toast.success('Library saved')
    },
  })
  const publish = useMutation({
    mutationFn: () => publishLibrary(library.id),
    onSuccess: ({ job_id }) => {
      toast.success('Publishing started')
      onStarted(job_id)
      void cache.invalidateQueries({ queryKey: keys.publishRunLists(library.id) })
    },
  })
  const error = save.error ?? publish.error
  return (
    <form
      aria-label="Publishing"
      className="mt-3 grid gap-5 rounded-2xl border bg-surface p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {error && <Note tone="danger">{reason(error)}</Note>}
      <FieldGroup label="Publish for" hint={PROGRAM_HINTS[program]}>
        <Select
          aria-label="Publish for"
          className="justify-self-start"
          value={program}
          options={Object.entries(PROGRAMS).map(([value, text]) => ({ value, text }))}
          onChange={(value) => onProgram(value as PublishProgram)}
        />
      </FieldGroup>
      <p className="max-w-prose text-sm text-soft">{consequence(saved, program)}</p>
      <div className="flex flex-wrap gap-2">
        {(isChanged || saved === 'off') && (
          <Button type="submit" look="primary" busy={save.isPending} disabled={!isChanged}>
            Save
          </Button>
        )}
        {isChanged && <Button onClick={() => onProgram(saved)}>Undo</Button>}
        {!isChanged && saved !== 'off' && (
          <Button
            look="primary"
            busy={publish.isPending}
            disabled={changes === false}
            onClick={() => publish.mutate()}
          >
            Publish now
          </Button>
        )}
      </div>
    </form>
  )
}

function consequence(saved: PublishProgram, program: PublishProgram): string {
  if (program === 'off')
    return saved === 'off'
      ? 'Choose a program to see what would be written. Nothing happens before you save.'
      : 'What was written stays where it is. To remove it, take back the runs below.'
  return program === saved
    ? 'An item is published by itself whenever its values or pictures change; “Publish now” does the whole library.'
    : 'Saving writes nothing yet: from then on an item is published when it changes, and the whole library when you say so.'
}
