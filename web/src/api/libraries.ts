import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Library, NewLibrary } from './types'

export const librariesQuery = queryOptions({
  queryKey: keys.libraries,
  queryFn: async ({ signal }) => (await unwrap(client.GET('/api/libraries', { signal }))).libraries,
  staleTime: 10_000,
})

/** Folders below `path`; null asks for the places a library may start at. */
export const foldersQuery = (path: string | null) =>
  queryOptions({
    queryKey: keys.folders(path),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/filesystem', { params: { query: path === null ? {} : { path } }, signal })),
    staleTime: 10_000,
    retry: false,
  })

/** What a scan would make of a path, which need not exist. */
export const explainedQuery = (libraryId: number, path: string) =>
  queryOptions({
    queryKey: keys.explained(libraryId, path),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/paths/explain', { params: { query: { library_id: libraryId, path } }, signal }),
      ),
    enabled: path !== '',
    retry: false,
  })

type Options = Library['options']

export interface LibraryEdit {
  name?: string
  paths?: string[]
  /** Merged into what is there, key by key. */
  options?: Partial<Omit<Options, 'field_order'>> & {
    /** Null takes a field out. */
    field_order?: Record<string, string[] | null>
  }
}

export const createLibrary = (body: NewLibrary) => unwrap(client.POST('/api/libraries', { body }))

export const editLibrary = (id: number, body: LibraryEdit) =>
  unwrap(client.PATCH('/api/libraries/{id}', { params: { path: { id } }, body }))

export const deleteLibrary = (id: number) =>
  unwrap(client.DELETE('/api/libraries/{id}', { params: { path: { id } } }))
