import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'

const SHOWN = 12

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: keys.search(text),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/search', { params: { query: { q: text, limit: SHOWN } }, signal })),
    staleTime: 10_000,
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  })
