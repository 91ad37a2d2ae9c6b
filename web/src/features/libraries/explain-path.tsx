import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { ApiError, reason } from '@/api/client'
import { explainedQuery } from '@/api/libraries'
import type { Library } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { TextField } from '@/components/ui/field'
import { PathExplanation } from './path-explanation'

interface ExplainPathProps {
  library: Library
  /** The path that is explained; empty for none. */
  path: string
  onPath: (path: string) => void
}

/** Asks what a scan would make of a path, and by which rules. */
export function ExplainPath({ library, path, onPath }: ExplainPathProps) {
  const explained = useQuery(explainedQuery(library.id, path))
  const [typed, setTyped] = useState(path)
  const [last, setLast] = useState(path)
  if (last !== path) {
    setLast(path)
    setTyped(path)
  }
  const ask = (event: FormEvent) => {
    event.preventDefault()
    const asked = typed.trim()
    if (asked !== '' && asked === path) void explained.refetch()
    else onPath(asked)
  }
  const { error } = explained
  const pathError = error instanceof ApiError ? error.fields.path?.[0] : undefined
  return (
    <section aria-labelledby="explain-path">
      <h2 id="explain-path" className="text-base font-semibold">
        Explain a path
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-sm text-soft">
        Shows what a scan makes of a file or a folder by its name, and which rules say so.
      </p>
      <form onSubmit={ask} className="grid items-start gap-3 sm:grid-cols-[1fr_auto]">
        <TextField
          label="Path"
          hint="Absolute, or below the first folder. It need not exist."
          value={typed}
          required
          spellCheck={false}
          autoComplete="off"
          placeholder={`${library.paths[0]}/…`}
          className="font-mono"
          error={pathError}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          type="submit"
          look="primary"
          className="h-10 sm:mt-6.5"
          busy={explained.isFetching}
          disabled={typed.trim() === ''}
        >
          Explain
        </Button>
      </form>
      {error && !pathError && (
        <Note tone="danger" className="mt-4">
          {reason(error)}
        </Note>
      )}
      {explained.data && !error && <PathExplanation explained={explained.data} />}
    </section>
  )
}
