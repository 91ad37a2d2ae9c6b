import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import type { Whole } from './items'
import { keys } from './keys'
import { KINDS } from './kinds'
import type { Subject } from './subject'
import type { BookFile, FailedFile, ResyncPreview } from './types'

interface Request {
  refresh: boolean
  dry_run?: boolean
}

/** What stands after a resync: the thing itself, or that it is gone. */
export type ResyncAnswer =
  | { deleted: true; book_deleted?: boolean }
  | (Whole & { deleted?: undefined; failed_files: FailedFile[] })
  | (BookFile & { deleted?: undefined; failed_files?: undefined })

const post = ({ kind, id }: Subject, body: Request, signal?: AbortSignal) => {
  const options = { params: { path: { id } }, body, signal }
  return kind === 'file'
    ? unwrap<unknown>(client.POST('/api/books/files/{id}/resync', options))
    : unwrap<unknown>(client.POST(`/api/${KINDS[kind].path}/{id}/resync`, options))
}

/** Reads the files again: `refresh` overwrites all but locked fields. */
export const resync = (subject: Subject, refresh: boolean) =>
  post(subject, { refresh }) as Promise<ResyncAnswer>

/** What a refresh would change. Asked anew each time: it is about the files as they are now. */
export const resyncPreviewQuery = (subject: Subject) =>
  queryOptions({
    queryKey: keys.resyncPreview(subject),
    queryFn: ({ signal }) =>
      post(subject, { refresh: true, dry_run: true }, signal) as Promise<ResyncPreview>,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })

/** The same of many items of one library, as a job. */
export const resyncMany = (itemIds: number[], refresh: boolean) =>
  unwrap(client.POST('/api/resync', { body: { item_ids: itemIds, refresh } }))
