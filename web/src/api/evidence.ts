import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Subject } from './subject'
import type { Evidence, Offer } from './types'

/** All that was ever offered for each field of a book or a file. */
export const evidenceQuery = (subject: Subject) =>
  queryOptions({
    queryKey: keys.evidence(subject),
    queryFn: ({ signal }): Promise<Evidence> => {
      const options = { params: { path: { id: subject.id } }, signal }
      return subject.kind === 'book'
        ? unwrap(client.GET('/api/items/{id}/evidence', options))
        : unwrap(client.GET('/api/books/files/{id}/evidence', options))
    },
  })

/** What an origin said about a field counts no more. */
export function forgetOffer({ kind, id }: Subject, field: string, { source, origin }: Offer) {
  const options = { params: { path: { id }, query: { source, origin, field } } }
  return kind === 'book'
    ? unwrap(client.DELETE('/api/items/{id}/evidence', options))
    : unwrap(client.DELETE('/api/books/files/{id}/evidence', options))
}

export function setLock({ kind, id }: Subject, field: string, locked: boolean) {
  const options = { params: { path: { id, field } } }
  if (kind === 'book') {
    return locked
      ? unwrap(client.PUT('/api/items/{id}/locks/{field}', options))
      : unwrap(client.DELETE('/api/items/{id}/locks/{field}', options))
  }
  return locked
    ? unwrap(client.PUT('/api/books/files/{id}/locks/{field}', options))
    : unwrap(client.DELETE('/api/books/files/{id}/locks/{field}', options))
}
