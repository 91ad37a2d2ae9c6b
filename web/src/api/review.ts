import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'

export const REVIEW_PAGE = 50

/** Items that wait for a person to say what they are. */
export const reviewQuery = (offset: number, limit = REVIEW_PAGE) =>
  queryOptions({
    queryKey: keys.reviewPage(offset, limit),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/review', { params: { query: { offset, limit } }, signal })),
  })
