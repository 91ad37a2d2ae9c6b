import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { PICTURES, standingFor, type PictureType } from '@/api/covers'
import type { Subject } from '@/api/subject'
import { assetName } from '@/components/items/asset-names'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { CoverActions } from './use-covers'

/** A picture of one's own, of any type that items like this one have. */
export function UploadPicture({ subject, actions }: { subject: Subject; actions: CoverActions }) {
  const input = useRef<HTMLInputElement>(null)
  const own = standingFor(subject)
  const [type, setType] = useState<PictureType>(own)
  const { isPending: busy, mutate } = actions.upload
  const types = PICTURES.filter((each) => each === own || (each !== 'cover' && each !== 'poster'))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label="Picture to upload"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const picture = event.target.files?.[0]
          if (picture) mutate({ type, picture })
          event.target.value = ''
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        {!busy && <Upload aria-hidden="true" />} Upload a picture
      </Button>
      {subject.itemKind !== 'book' && (
        <Select
          aria-label="What it is"
          value={type}
          options={types.map((value) => ({ value, text: assetName(value) }))}
          onChange={(value) => setType(value as PictureType)}
        />
      )}
    </div>
  )
}
