import { useQuery } from '@tanstack/react-query'
import { may, meQuery } from '@/api/access'
import { ProviderList } from '@/features/providers/provider-list'
import { useTitle } from '@/lib/use-title'
import { ForAdministrators } from './for-administrators'

export function ProvidersPage() {
  useTitle('Providers')
  const me = useQuery(meQuery)
  if (!may(me.data, 'config:read')) return <ForAdministrators />
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Providers</h1>
      <p className="mt-1 mb-5 max-w-prose text-sm text-soft">
        Where Colophon asks for what the files do not tell. None is asked before you switch it on; they learn
        titles, names and ids, never who looks.
      </p>
      <ProviderList mayWrite={may(me.data, 'config:write')} />
    </>
  )
}
