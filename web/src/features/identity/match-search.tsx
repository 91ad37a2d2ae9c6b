import { useMutation } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { reason } from '@/api/client'
import { searchIdentity } from '@/api/identity'
import type { Subject } from '@/api/subject'
import type { Match } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/feedback'
import { Input } from '@/components/ui/field'

interface MatchSearchProps {
  subject: Subject
  provider: string
  title: string
  children: (matches: Match[]) => ReactNode
}

/** Looks for the item at one provider by other words. */
export function MatchSearch({ subject, provider, title, children }: MatchSearchProps) {
  const [words, setWords] = useState(subject.name)
  const [year, setYear] = useState('')
  const search = useMutation({
    mutationFn: () =>
      searchIdentity(subject.itemId, {
        provider,
        title: words.trim(),
        year: year === '' ? null : Number(year),
      }),
  })
  return (
    <details className="mt-3">
      <summary className="w-fit rounded text-sm font-medium text-soft hover:text-ink">Search {title}</summary>
      <form
        role="search"
        aria-label={`Search ${title}`}
        className="mt-3 flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          search.mutate()
        }}
      >
        <Input
          aria-label="Title"
          dir="auto"
          required
          maxLength={500}
          value={words}
          className="!w-auto min-w-40 grow"
          onChange={(event) => setWords(event.target.value)}
        />
        <Input
          aria-label="Year"
          placeholder="Year"
          type="number"
          min={0}
          max={9999}
          value={year}
          className="!w-24"
          onChange={(event) => setYear(event.target.value)}
        />
        <Button type="submit" busy={search.isPending}>
          {!search.isPending && <Search aria-hidden="true" />} Search
        </Button>
      </form>
      <div aria-live="polite" className="mt-3 empty:hidden">
        {search.isError && <Note tone="danger">{reason(search.error)}</Note>}
        {search.data?.length === 0 && (
          <p className="text-sm text-soft">{title} knows nothing by these words.</p>
        )}
        {search.data && search.data.length > 0 && children(search.data)}
      </div>
    </details>
  )
}
