import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client'
import { keys } from './keys'
import { KINDS } from './kinds'
import type { Subject } from './subject'
import type { Asset } from './types'

/** Every picture there is that can stand for an item: beside its files, inside them, uploaded. */
export const coversQuery = ({ itemId, itemKind }: Subject) =>
  queryOptions({
    queryKey: keys.covers(itemId),
    queryFn: async ({ signal }): Promise<Asset[]> => {
      const options = { params: { path: { id: itemId } }, signal }
      const { assets } = await unwrap(client.GET('/api/items/{id}/assets', options))
      return assets.filter((asset) => asset.type === KINDS[itemKind].picture)
    },
  })

/** Its picture, no wider than asked. */
export const assetAt = (id: number, width: number) => `/api/assets/${id}/image?width=${width}`

const at = (id: number) => ({ params: { path: { id } } })

export const chooseAsset = (id: number) => unwrap(client.POST('/api/assets/{id}/select', at(id)))

export const refuseAsset = (id: number) => unwrap(client.DELETE('/api/assets/{id}', at(id)))

export const lockAsset = (id: number, locked: boolean) =>
  locked
    ? unwrap(client.PUT('/api/assets/{id}/lock', at(id)))
    : unwrap(client.DELETE('/api/assets/{id}/lock', at(id)))

/** Gives an item a picture of one's own, which is chosen by that. */
export function uploadCover({ itemId, itemKind }: Subject, picture: Blob) {
  const form = new FormData()
  form.append('type', KINDS[itemKind].picture)
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
