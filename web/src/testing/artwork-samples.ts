import { http, HttpResponse } from 'msw'
import type { Asset } from '@/api/types'
import { server } from './server'

/** A picture beside the files of a film. */
export const sampleAsset = (id: number, change: Partial<Asset> = {}): Partial<Asset> => ({
  id,
  file_id: null,
  type: 'poster',
  language: null,
  origin: `path:/srv/${id}.jpg`,
  source: 'path',
  url: null,
  width: 1000,
  height: 1500,
  size: 200_000,
  cache_path: `cache/${id}.jpg`,
  score: null,
  preview_url: null,
  selected: false,
  picked: false,
  locked: false,
  rejected: false,
  error: null,
  in_use: false,
  ...change,
})

/** A picture that a provider offers, not fetched yet. */
export const sampleOffer = (id: number, change: Partial<Asset> = {}) =>
  sampleAsset(id, {
    origin: `https://image/${id}.jpg`,
    url: `https://image/${id}.jpg`,
    source: 'tmdb',
    size: null,
    width: 2000,
    height: 3000,
    language: 'en',
    votes: 12,
    score: 50,
    score_parts: { language: 25, votes: 8.4 },
    cache_path: null,
    preview_url: `/api/providers/tmdb/picture?address=${id}`,
    ...change,
  })

/** Answers with these, and with what becomes of them; what was asked for is kept. */
export function serveAssets(itemId: number, assets: Partial<Asset>[]) {
  const asked: string[] = []
  const state = { assets }
  server.use(
    http.get(`*/api/items/${itemId}/assets`, () =>
      HttpResponse.json({ assets: state.assets, total: state.assets.length }),
    ),
  )
  const on = (method: 'post' | 'put' | 'delete', path: string, answer: () => Response) =>
    server.use(
      http[method](`*/api/${path}`, ({ request }) => {
        asked.push(`${request.method} ${new URL(request.url).pathname}`)
        return answer()
      }),
    )
  return { asked, state, on }
}
