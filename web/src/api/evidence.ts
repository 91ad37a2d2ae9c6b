import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Subject } from './subject'
import type { Evidence, Offer } from './types'

/** Items of every kind have these calls in one place. */
const callOf = (kind: Subject['kind']) => (kind === 'file' ? '/api/books/files/{id}' : '/api/items/{id}')

/** All that was ever offered for each field of an item or a file. */
export const evidenceQuery = (subject: Subject) =>
  queryOptions({
    queryKey: keys.evidence(subject),
    queryFn: ({ signal }): Promise<Evidence> => {
      const options = { params: { path: { id: subject.id } }, signal }
      return unwrap(client.GET(`${callOf(subject.kind)}/evidence`, options))
    },
  })

/** What an origin said about a field counts no more. */
export function forgetOffer({ kind, id }: Subject, field: string, { source, origin }: Offer) {
  const options = { params: { path: { id }, query: { source, origin, field } } }
  return unwrap(client.DELETE(`${callOf(kind)}/evidence`, options))
}

export function setLock({ kind, id }: Subject, field: string, locked: boolean) {
  const options = { params: { path: { id, field } } }
  const call = `${callOf(kind)}/locks/{field}` as const
  return locked ? unwrap(client.PUT(call, options)) : unwrap(client.DELETE(call, options))
}
