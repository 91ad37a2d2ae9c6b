import { useState } from 'react'
import type { ItemKind } from '@/api/kinds'
import { Button } from '@/components/ui/button'
import { count } from '@/lib/format'
import { MANY, type Picture } from './artwork-groups'
import { PictureCard } from './picture-card'
import { isNarrow } from './picture-frames'
import type { ArtworkActions } from './use-artwork'

interface PictureGridProps {
  label: string
  type: string
  kind: ItemKind
  pictures: Picture[]
  typeLocked: boolean
  actions: ArtworkActions | null
}

/** Pictures side by side; of many the first, until one asks for all. */
export function PictureGrid({ label, type, kind, pictures, typeLocked, actions }: PictureGridProps) {
  const [all, setAll] = useState(false)
  const shown = all ? pictures : pictures.slice(0, MANY)
  return (
    <>
      <ul
        aria-label={label}
        className={
          isNarrow(type, kind)
            ? 'grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-4 xl:grid-cols-5'
            : 'grid gap-x-3 gap-y-6 sm:grid-cols-2 xl:grid-cols-3'
        }
      >
        {shown.map((picture) => (
          <PictureCard
            key={picture.asset.id}
            picture={picture}
            kind={kind}
            typeLocked={typeLocked}
            actions={actions}
          />
        ))}
      </ul>
      {shown.length < pictures.length && (
        <Button className="mt-5" onClick={() => setAll(true)}>
          Show all {count(pictures.length)}
        </Button>
      )}
    </>
  )
}
