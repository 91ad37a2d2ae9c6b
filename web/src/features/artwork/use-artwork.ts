import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { choosePage, SAY, uploadPicture, type PictureType, type Word } from '@/api/artwork'
import { reason } from '@/api/client'
import { setLock } from '@/api/evidence'
import { refreshShown } from '@/api/refresh-shown'
import type { Subject } from '@/api/subject'
import type { Asset } from '@/api/types'
import { assetName, assetNames } from '@/components/items/asset-names'

const TOLD: Record<Word, (name: string) => string> = {
  use: (name) => `${name} chosen`,
  lock: (name) => `${name} locked`,
  release: (name) => `${name} is chosen by itself again`,
  reject: (name) => `${name} rejected`,
  restore: (name) => `${name} taken back`,
}

/** What can be done about the artwork of an item. */
export function useArtworkActions(subject: Subject) {
  const cache = useQueryClient()
  const refresh = () => refreshShown(cache, subject.itemId, subject.libraryId)
  const after = <V>(told: (variables: V) => string, to?: (variables: V) => number) => ({
    onSuccess: async (_: unknown, variables: V) => {
      await refresh()
      toast.success(told(variables))
      if (to) keepFocus(to(variables))
    },
  })
  const onError = (error: Error) => void toast.error(reason(error))
  return {
    say: useMutation({
      mutationFn: ({ word, asset }: { word: Word; asset: Asset }) => SAY[word](asset.id),
      ...after(
        ({ word, asset }: { word: Word; asset: Asset }) => TOLD[word](assetName(asset.type)),
        ({ asset }) => asset.id,
      ),
      // The picture says itself why it cannot be used.
      onError: refresh,
    }),
    lockType: useMutation({
      mutationFn: ({ type, locked }: { type: string; locked: boolean }) => setLock(subject, type, locked),
      ...after(({ type, locked }) => `${assetNames(type)} ${locked ? 'locked' : 'unlocked'}`),
      onError,
    }),
    upload: useMutation({
      mutationFn: ({ type, picture }: { type: PictureType; picture: Blob }) =>
        uploadPicture(subject, type, picture),
      ...after(({ type }) => `${assetName(type)} uploaded`),
      onError,
    }),
    usePage: useMutation({
      mutationFn: ({ file, page }: { file: number; page: number }) => choosePage(file, page),
      ...after(({ page }) => `Page ${page + 1} is the cover`),
      onError,
    }),
  }
}

export type ArtworkActions = ReturnType<typeof useArtworkActions>

/** A picture that is used or refused changes its place: who got there by keyboard goes with it. */
function keepFocus(assetId: number) {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.getElementById(`picture-${assetId}`)?.focus({ preventScroll: true })
  })
}
