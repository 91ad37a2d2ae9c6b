import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Provider, ProviderChange } from './types'

/** All that may be asked for metadata and artwork, as administrators see them. */
export const providersQuery = queryOptions({
  queryKey: keys.providers,
  queryFn: async ({ signal }): Promise<Provider[]> =>
    (await unwrap(client.GET('/api/providers', { signal }))).providers,
})

const at = (name: string) => ({ params: { path: { name } } })

export const changeProvider = (name: string, body: ProviderChange) =>
  unwrap(client.PUT('/api/providers/{name}', { ...at(name), body }))

/** Asks it for something small, with what is saved. */
export const testProvider = (name: string) => unwrap(client.POST('/api/providers/{name}/test', at(name)))

/** A picture of a provider, passed on by the server: pages load nothing from other hosts. */
export const providerPicture = (name: string, address: string) =>
  `/api/providers/${encodeURIComponent(name)}/picture?address=${encodeURIComponent(address)}`
