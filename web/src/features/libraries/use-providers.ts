import { skipToken, useQuery } from '@tanstack/react-query'
import { canHold } from '@/api/kinds'
import { providersQuery } from '@/api/providers'
import type { LibraryType, Provider } from '@/api/types'
import { providerName } from '@/components/metadata/source-text'

/** The providers that know items of such libraries, the one that is asked first where nobody says otherwise at the top. */
export function useProviders(type: LibraryType, mayAsk: boolean) {
  const { data, isLoading } = useQuery({
    ...providersQuery,
    queryFn: mayAsk ? providersQuery.queryFn : skipToken,
  })
  const providers = (data ?? [])
    .filter(({ kinds }) => kinds.some(({ kind }) => canHold(type, kind)))
    .toSorted((one, other) => one.rank - other.rank)
  return {
    providers,
    isLoading,
    /** What a provider is called in a list of those that are asked. */
    titleOf: (name: string) => {
      const known = data?.find((provider) => provider.name === name)
      const title = known?.title ?? providerName(name)
      return known?.enabled === false ? `${title} (off)` : title
    },
  }
}

/** Those that were put into an order, then the others as they stand. */
export const inOrder = (order: string[], others: Pick<Provider, 'name'>[]) => [
  ...order,
  ...others.map(({ name }) => name).filter((name) => !order.includes(name)),
]
