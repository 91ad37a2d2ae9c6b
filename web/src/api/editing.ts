import { queryOptions } from '@tanstack/react-query'
import { client, ifMatch, unwrap, unwrapTagged, type Tagged } from './client'
import type { Whole } from './items'
import { keys } from './keys'
import { KINDS } from './kinds'
import type { Subject } from './subject'
import type { BookFile, BulkEdit } from './types'

/** Values by field; null clears, absent is untouched. */
export type Edit = Record<string, unknown>

export type Edited = Tagged<Whole | BookFile>

/** Where an item or a file is read and edited. */
const callOf = (kind: Subject['kind']) =>
  kind === 'file' ? '/api/books/files/{id}' : (`/api/${KINDS[kind].path}/{id}` as const)

/** What an edit starts from, with the tag that tells whether it changed meanwhile. */
export const editedQuery = (subject: Subject) =>
  queryOptions({
    queryKey: keys.editing(subject),
    queryFn: ({ signal }): Promise<Edited> => {
      const options = { params: { path: { id: subject.id } }, signal }
      return unwrapTagged<Whole | BookFile>(client.GET(callOf(subject.kind), options))
    },
    gcTime: 0,
    staleTime: Infinity,
  })

/** What a person says. Refused with 412 when there is a tag and it changed meanwhile. */
export function edit({ kind, id }: Subject, body: Edit, etag: string | null): Promise<Edited> {
  const options = { params: { path: { id } }, headers: ifMatch(etag), body }
  return unwrapTagged<Whole | BookFile>(client.PATCH(callOf(kind), options))
}

export const editMany = (body: BulkEdit) => unwrap(client.POST('/api/items/bulk', { body }))
