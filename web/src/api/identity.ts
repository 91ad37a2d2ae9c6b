import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Identities, Match } from './types'

const at = (id: number) => ({ params: { path: { id } } })
const atProvider = (id: number, provider: string) => ({ params: { path: { id, provider } } })

/** What an item is called at the providers of its kind. */
export const identityQuery = (itemId: number) =>
  queryOptions({
    queryKey: keys.identity(itemId),
    queryFn: ({ signal }): Promise<Identities> =>
      unwrap(client.GET('/api/items/{id}/identity', { ...at(itemId), signal })),
  })

export interface IdentitySearch {
  provider: string
  title: string
  year: number | null
}

export const searchIdentity = async (itemId: number, body: IdentitySearch) =>
  (await unwrap(client.POST('/api/items/{id}/identity/search', { ...at(itemId), body }))).matches

type Named = Pick<Match, 'type' | 'value'>

/** What the item would show if it were that: asked anew each time. */
export const identityPreviewQuery = (itemId: number, provider: string, { type, value }: Named) =>
  queryOptions({
    queryKey: keys.identityPreview(itemId, provider, type, value),
    queryFn: ({ signal }) =>
      unwrap(
        client.POST('/api/items/{id}/identity/{provider}/preview', {
          ...atProvider(itemId, provider),
          body: { type, value },
          signal,
        }),
      ),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })

/** That it is, for good. The provider is asked for the rest in the background. */
export const chooseIdentity = (itemId: number, provider: string, { type, value }: Named) =>
  unwrap(
    client.PUT('/api/items/{id}/identity/{provider}', {
      ...atProvider(itemId, provider),
      body: { type, value },
    }),
  )

export const forgetIdentity = (itemId: number, provider: string) =>
  unwrap(client.DELETE('/api/items/{id}/identity/{provider}', atProvider(itemId, provider)))

/** Asks all providers again, in the background. */
export const enrichItem = (itemId: number) => unwrap(client.POST('/api/items/{id}/enrich', at(itemId)))
