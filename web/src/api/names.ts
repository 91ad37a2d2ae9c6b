import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import type { Name } from './types'

/** People, series and terms are one thing to the pages: names that items carry. */
export type NameKind = 'people' | 'series' | 'terms'

/** What a term may be a term of; each is a filter of lists too. */
export const TERM_TYPES = [
  'genre',
  'tag',
  'publisher',
  'imprint',
  'studio',
  'country',
  'style',
  'mood',
] as const
export type TermType = (typeof TERM_TYPES)[number]

/** The type that an answer names, or an address; genres when it names none. */
export const termTypeOf = (type: unknown): TermType => TERM_TYPES.find((known) => known === type) ?? 'genre'

export interface NameQuery {
  library_id?: number
  q?: string
  sort?: string
  /** Of people. */
  role?: string
  /** Of terms. */
  type?: string
  limit?: number
  offset?: number
}

export interface NamePage {
  names: Name[]
  total: number
}

export const nameListQuery = (kind: NameKind, query: NameQuery) =>
  queryOptions({
    queryKey: keys.nameList(kind, query),
    queryFn: ({ signal }) => listNames(kind, query, signal),
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  })

async function listNames(kind: NameKind, query: NameQuery, signal: AbortSignal): Promise<NamePage> {
  if (kind === 'people') {
    const { people, total } = await unwrap(client.GET('/api/people', { params: { query }, signal }))
    return { names: people, total }
  }
  if (kind === 'series') {
    const { series, total } = await unwrap(client.GET('/api/series', { params: { query }, signal }))
    return { names: series, total }
  }
  const { terms, total } = await unwrap(client.GET('/api/terms', { params: { query }, signal }))
  return { names: terms, total }
}

const pathOf = (id: number) => ({ params: { path: { id } } })

export const nameQuery = (kind: NameKind, id: number) =>
  queryOptions({
    queryKey: keys.name(kind, id),
    queryFn: ({ signal }) => unwrap(client.GET(`/api/${kind}/{id}`, { ...pathOf(id), signal })),
    staleTime: 10_000,
  })

export interface NameEdit {
  name?: string
  sort_name?: string
}

export const renameName = (kind: NameKind, id: number, { name, sort_name }: NameEdit) =>
  kind === 'people'
    ? unwrap(client.PATCH('/api/people/{id}', { ...pathOf(id), body: { name, sort_name } }))
    : unwrap(client.PATCH(`/api/${kind}/{id}`, { ...pathOf(id), body: { name } }))

/** The others become this one. */
export const mergeNames = (kind: NameKind, id: number, ids: number[]) =>
  unwrap(client.POST(`/api/${kind}/{id}/merge`, { ...pathOf(id), body: { ids } }))

/** Another name that means the same when files are read. */
export const addAlias = (kind: NameKind, id: number, name: string) =>
  unwrap(client.POST(`/api/${kind}/{id}/aliases`, { ...pathOf(id), body: { name } }))

export const removeAlias = (kind: NameKind, id: number, name: string) =>
  unwrap(client.DELETE(`/api/${kind}/{id}/aliases`, { params: { path: { id }, query: { name } } }))
