import { client, unwrap } from './client'

/** All files of the others become files of this book. */
export const mergeBooks = (id: number, others: number[]) =>
  unwrap(client.POST('/api/books/{id}/merge', { params: { path: { id } }, body: { book_ids: others } }))

/** Files of a book become a book of their own, which is answered. */
export const splitBook = (id: number, fileIds: number[]) =>
  unwrap(client.POST('/api/books/{id}/split', { params: { path: { id } }, body: { file_ids: fileIds } }))
