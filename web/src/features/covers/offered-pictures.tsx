import { useState } from 'react'
import type { ItemKind } from '@/api/kinds'
import type { Asset } from '@/api/types'
import { assetNames } from '@/components/items/asset-names'
import { Button } from '@/components/ui/button'
import { plural } from '@/lib/format'
import { OfferedPicture } from './offered-picture'
import { isNarrow } from './picture-frames'
import type { CoverActions } from './use-covers'

const FIRST = 10

interface OfferedPicturesProps {
  type: string
  kind: ItemKind
  assets: Asset[]
  actions: CoverActions
}

/** What providers offer of one type: those that suit the library best first, the removed ones last. */
export function OfferedPictures({ type, kind, assets, actions }: OfferedPicturesProps) {
  const [all, setAll] = useState(false)
  const ranked = assets.toSorted(
    (one, other) =>
      Number(one.rejected) - Number(other.rejected) ||
      (other.score ?? 0) - (one.score ?? 0) ||
      one.id - other.id,
  )
  const shown = all ? ranked : ranked.slice(0, FIRST)
  return (
    <>
      <h4 className="mt-4 mb-2 text-xs text-soft">
        {plural(assets.length, 'picture')} from providers, best first
      </h4>
      <ul
        aria-label={`${assetNames(type)} from providers`}
        className={
          isNarrow(type, kind)
            ? 'grid grid-cols-2 gap-x-3 gap-y-5 sm:grid-cols-4 lg:grid-cols-5'
            : 'grid gap-x-3 gap-y-5 sm:grid-cols-2 lg:grid-cols-3'
        }
      >
        {shown.map((asset, place) => (
          <OfferedPicture key={asset.id} asset={asset} kind={kind} place={place + 1} actions={actions} />
        ))}
      </ul>
      {shown.length < ranked.length && (
        <Button className="mt-4" onClick={() => setAll(true)}>
          Show all {ranked.length}
        </Button>
      )}
    </>
  )
}
