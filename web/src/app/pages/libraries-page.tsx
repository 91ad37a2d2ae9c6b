import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'
import { LibrarySettings } from '@/features/libraries/library-settings'
import { useTitle } from '@/lib/use-title'

export function LibrariesPage() {
  useTitle('Libraries')
  const me = useQuery(meQuery)
  const navigate = useNavigate()
  const { add } = useSearch({ from: '/shell/settings/libraries' })
  return (
    <LibrarySettings
      mayWrite={may(me.data, 'libraries:write')}
      adding={add ?? false}
      onAdding={(adding) => void navigate({ to: '/settings/libraries', search: adding ? { add: true } : {} })}
      onCreated={(library) => void navigate({ to: '/libraries/$id', params: { id: library.id } })}
    />
  )
}
