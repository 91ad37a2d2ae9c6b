import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { may, meQuery, setupQuery } from '@/api/access'
import { EmptyState } from '@/components/ui/feedback'
import { AdministratorForm } from '@/features/access/administrator-form'
import { CreateLibraryForm } from '@/features/libraries/create-library-form'
import { useTitle } from '@/lib/use-title'
import { BookDashed } from 'lucide-react'
import { cache } from '../cache'
import { EntryFrame } from '../entry-frame'

/** First start: the administrator, then a first library. */
export function SetupPage() {
  useTitle('Set-up')
  const navigate = useNavigate()
  const setup = useQuery(setupQuery)
  const needsAdministrator = setup.data?.needs_setup ?? false
  const me = useQuery({ ...meQuery, queryFn: needsAdministrator ? skipToken : meQuery.queryFn })

  if (needsAdministrator) {
    return (
      <EntryFrame
        step="Step 1 of 2"
        title="Welcome to Colophon"
        intro="Create the administrator. More people can be added later."
      >
        <AdministratorForm
          onDone={() =>
            cache.setQueryData(setupQuery.queryKey, (known) => known && { ...known, needs_setup: false })
          }
        />
      </EntryFrame>
    )
  }
  if (me.data && !may(me.data, 'libraries:write')) {
    return (
      <EntryFrame title="Nothing to see yet">
        <EmptyState icon={BookDashed} title="No library is open to you">
          Ask the administrator to add a library or to give you access to one.
        </EmptyState>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame
      step="Step 2 of 2"
      title="Add your first library"
      intro="Choose the folder your media is in. Colophon never changes the files themselves."
    >
      <CreateLibraryForm
        onDone={(library) => void navigate({ to: '/libraries/$id', params: { id: library.id } })}
      />
    </EntryFrame>
  )
}
