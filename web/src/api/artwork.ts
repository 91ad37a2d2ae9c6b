import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import { KINDS } from './kinds'
import type { Subject } from './subject'
import type { Asset } from './types'

/** Everything there is to go with an item: beside its files, inside them, uploaded. */
export const assetsQuery = (itemId: number) =>
  queryOptions({
    queryKey: keys.assets(itemId),
    queryFn: async ({ signal }): Promise<Asset[]> => {
      const options = { params: { path: { id: itemId } }, signal }
      return (await unwrap(client.GET('/api/items/{id}/assets', options))).assets
    },
  })

/** The types that are pictures, in the order in which they are shown. */
export const PICTURES = [
  'poster',
  'cover',
  'fanart',
  'landscape',
  'banner',
  'clearlogo',
  'clearart',
  'keyart',
  'characterart',
  'discart',
] as const

export type PictureType = (typeof PICTURES)[number]

export const isPicture = (type: string): type is PictureType => PICTURES.some((known) => known === type)

/** Whether a provider offers it, be it used or not. */
export const isOffered = ({ score }: Asset) => typeof score === 'number'

/** The first of a type that is in use: of some there are several. */
export const shownOf = (assets: Asset[], type: string): Asset | undefined =>
  assets.find((asset) => asset.type === type && asset.in_use)

/** Its picture, no wider than asked. */
export const assetAt = (id: number, width: number) => `/api/assets/${id}/image?width=${width}`

/** The whole of it: a picture in full size, or what is no picture, to be saved. */
export const assetFileAt = (id: number) => `/api/assets/${id}/image`

const at = (id: number) => ({ params: { path: { id } } })

/** What a person can say of a picture. */
export const SAY = {
  use: (id: number) => unwrap(client.POST('/api/assets/{id}/select', at(id))),
  lock: (id: number) => unwrap(client.PUT('/api/assets/{id}/lock', at(id))),
  /** Neither locked nor chosen any more: what is used follows from what there is. */
  release: (id: number) => unwrap(client.DELETE('/api/assets/{id}/lock', at(id))),
  reject: (id: number) => unwrap(client.DELETE('/api/assets/{id}', at(id))),
  restore: (id: number) => unwrap(client.POST('/api/assets/{id}/restore', at(id))),
} satisfies Record<string, (id: number) => Promise<unknown>>

export type Word = keyof typeof SAY

/** The picture that stands for items like this one. */
export const standingFor = ({ itemKind }: Subject): PictureType => KINDS[itemKind].picture

/** Gives an item a picture of one's own, which is chosen by that. */
export function uploadPicture({ itemId }: Subject, type: PictureType, picture: Blob) {
  const form = new FormData()
  form.append('type', type)
  form.append('file', picture)
  return unwrap(
    client.POST('/api/items/{id}/assets', {
      ...at(itemId),
      body: form as never,
      bodySerializer: () => form,
    }),
  )
}

/** Makes a page of a comic, counted from 0, its cover. */
export const choosePage = (fileId: number, page: number) =>
  unwrap(client.POST('/api/books/files/{id}/cover-page', { ...at(fileId), body: { page } }))
