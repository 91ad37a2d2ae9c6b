import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'

/** The pages of a comic's file, and the version that makes their addresses last for ever. */
export const pagesQuery = (fileId: number) =>
  queryOptions({
    queryKey: keys.pages(fileId),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/books/files/{id}/pages', { params: { path: { id: fileId } }, signal })),
    staleTime: 60_000,
  })

/** A page's picture, no wider than asked. */
export function pageAt(fileId: number, index: number, version: string, width?: number): string {
  const size = width === undefined ? '' : `&width=${width}`
  return `/api/books/files/${fileId}/pages/${index}?v=${version}${size}`
}
