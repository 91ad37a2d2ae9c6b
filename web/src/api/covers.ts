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

/** The one of a type that is shown: a cover is chosen by the server, of others the first that is here and nobody refused. */
export function shownOf(assets: Asset[], type: string): Asset | undefined {
  const alike = assets.filter((asset) => asset.type === type && !asset.rejected && !asset.preview_url)
  const covers = type === 'cover' || type === 'poster'
  return (
    alike.find((asset) => asset.in_use) ??
    alike.find((asset) => asset.selected) ??
    (covers ? undefined : (alike.find((asset) => !isOffered(asset)) ?? alike[0]))
  )
}

/** Its picture, no wider than asked. */
export const assetAt = (id: number, width: number) => `/api/assets/${id}/image?width=${width}`

/** Where what is no picture is saved from, as long as it is kept. */
export const assetFileAt = (id: number) => `/api/assets/${id}/image`

const at = (id: number) => ({ params: { path: { id } } })

export const chooseAsset = (id: number) => unwrap(client.POST('/api/assets/{id}/select', at(id)))

export const refuseAsset = (id: number) => unwrap(client.DELETE('/api/assets/{id}', at(id)))

export const lockAsset = (id: number, locked: boolean) =>
  locked
    ? unwrap(client.PUT('/api/assets/{id}/lock', at(id)))
    : unwrap(client.DELETE('/api/assets/{id}/lock', at(id)))

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
