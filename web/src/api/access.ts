import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Me } from './types'

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: ({ signal }) => unwrap(client.GET('/api/setup', { signal })),
})

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => unwrap(client.GET('/api/auth/me', { signal })),
  staleTime: 60_000,
})

interface Credentials {
  username: string
  password: string
}

/** From another machine the server asks for the code it printed in its log. */
export const createAdministrator = (body: Credentials & { code?: string }) =>
  unwrap(client.POST('/api/setup', { body }))
export const signIn = (body: Credentials) => unwrap(client.POST('/api/auth/login', { body }))
export const signOut = () => unwrap(client.POST('/api/auth/logout'))

export const may = (me: Me | undefined, permission: string) => me?.permissions.includes(permission) ?? false
