import { useQuery } from '@tanstack/react-query'
import { providersQuery } from '@/api/providers'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { ProviderCard } from './provider-card'

/** Every provider there is, in the order in which they are asked where a library does not say otherwise. */
export function ProviderList({ mayWrite }: { mayWrite: boolean }) {
  const providers = useQuery(providersQuery)
  if (providers.isPending) return <Skeleton className="h-64 rounded-2xl" />
  if (providers.isError)
    return <ErrorState error={providers.error} onRetry={() => void providers.refetch()} />
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {providers.data
        .toSorted((one, other) => one.rank - other.rank)
        .map((provider) => (
          <ProviderCard key={provider.name} provider={provider} mayWrite={mayWrite} />
        ))}
    </ul>
  )
}
