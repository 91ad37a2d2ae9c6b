import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import {
  chooseAsset,
  choosePage,
  lockAsset,
  refuseAsset,
  uploadPicture,
  type PictureType,
} from '@/api/covers'
import { refreshShown } from '@/api/refresh-shown'
import type { Subject } from '@/api/subject'
import type { Asset } from '@/api/types'

/** What can be done about the pictures of an item. */
export function useCoverActions(subject: Subject) {
  const cache = useQueryClient()
  const shown = {
    onSuccess: () => refreshShown(cache, subject.itemId, subject.libraryId),
    onError: (error: Error) => void toast.error(reason(error)),
  }
  return {
    choose: useMutation({
      mutationFn: (asset: Asset) => chooseAsset(asset.id),
      // One that could not be fetched says so from then on.
      onSettled: shown.onSuccess,
      onError: shown.onError,
    }),
    refuse: useMutation({ mutationFn: (asset: Asset) => refuseAsset(asset.id), ...shown }),
    lock: useMutation({ mutationFn: (asset: Asset) => lockAsset(asset.id, !asset.locked), ...shown }),
    upload: useMutation({
      mutationFn: ({ type, picture }: { type: PictureType; picture: Blob }) =>
        uploadPicture(subject, type, picture),
      ...shown,
    }),
    usePage: useMutation({
      mutationFn: ({ file, page }: { file: number; page: number }) => choosePage(file, page),
      ...shown,
    }),
  }
}

export type CoverActions = ReturnType<typeof useCoverActions>
