import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query'
import { ApiError, isUnauthenticated } from '@/api/client'
import { keys } from '@/api/keys'

/** A session that ended: the router's guard asks who is there again and leads to the sign-in page. */
function onError(error: unknown) {
  if (isUnauthenticated(error)) cache.removeQueries({ queryKey: keys.me })
}

export const cache: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
})
