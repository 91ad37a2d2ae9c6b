import { useState } from 'react'
import { PICTURES, standingFor, type PictureType } from '@/api/artwork'
import type { Subject } from '@/api/subject'
import { assetName } from '@/components/items/asset-names'
import { Select } from '@/components/ui/select'
import { PickPicture } from './pick-picture'
import type { ArtworkActions } from './use-artwork'

/** A picture of one's own, of any type that items like this one have, also one of which there is none yet. */
export function UploadPicture({ subject, actions }: { subject: Subject; actions: ArtworkActions }) {
  const own = standingFor(subject)
  const [type, setType] = useState<PictureType>(own)
  const { isPending: busy, mutate } = actions.upload
  const types = PICTURES.filter((each) => each === own || (each !== 'cover' && each !== 'poster'))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {subject.itemKind !== 'book' && (
        <Select
          aria-label="What it is"
          value={type}
          options={types.map((value) => ({ value, text: assetName(value) }))}
          onChange={(value) => setType(value as PictureType)}
        />
      )}
      <PickPicture label="Picture to upload" busy={busy} onPick={(picture) => mutate({ type, picture })}>
        Upload a picture
      </PickPicture>
    </div>
  )
}
