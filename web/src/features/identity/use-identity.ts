import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { chooseIdentity, enrichItem, forgetIdentity } from '@/api/identity'
import { keys } from '@/api/keys'
import { refreshShown } from '@/api/refresh-shown'
import type { Identities, Match } from '@/api/types'

/** An item whose identity is told. */
export interface Identified {
  itemId: number
  libraryId: number
}

interface Choice {
  provider: { provider: string; title: string }
  match: Match
}

/** What a person can say of what an item is. */
export function useIdentityActions({ itemId, libraryId }: Identified) {
  const cache = useQueryClient()
  const onError = (error: Error) => void toast.error(reason(error))
  const shown = async (now: Identities) => {
    cache.setQueryData(keys.identity(itemId), now)
    await Promise.all([
      refreshShown(cache, itemId, libraryId),
      cache.invalidateQueries({ queryKey: keys.review }),
    ])
  }
  return {
    choose: useMutation({
      mutationFn: ({ provider, match }: Choice) => chooseIdentity(itemId, provider.provider, match),
      onSuccess: async (now, { provider, match }) => {
        await shown(now)
        toast.success(`${match.title} chosen. ${provider.title} is asked for the rest in the background.`)
      },
      onError,
    }),
    forget: useMutation({
      mutationFn: (provider: string) => forgetIdentity(itemId, provider),
      onSuccess: shown,
      onError,
    }),
    enrich: useMutation({
      mutationFn: () => enrichItem(itemId),
      onSuccess: async (now) => {
        await shown(now)
        toast.success('The providers are asked again in the background')
      },
      onError,
    }),
  }
}

export type IdentityActions = ReturnType<typeof useIdentityActions>
