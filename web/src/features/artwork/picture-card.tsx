import { isOffered } from '@/api/artwork'
import type { ItemKind } from '@/api/kinds'
import { providerName } from '@/components/metadata/source-text'
import { ScoreBar } from '@/components/score-bar'
import type { Picture } from './artwork-groups'
import { PictureActions } from './picture-actions'
import { PictureFrame } from './picture-frame'
import { factsOf, partsOf, sourceOf } from './picture-text'
import type { ArtworkActions } from './use-artwork'

interface PictureCardProps {
  picture: Picture
  kind: ItemKind
  typeLocked: boolean
  actions: ArtworkActions | null
}

/** A picture that might be used: what is told of it, why it stands where it stands, and what can be done with it. */
export const PictureCard = ({ picture, kind, typeLocked, actions }: PictureCardProps) => {
  const { asset, name } = picture
  return (
    <li
      id={`picture-${asset.id}`}
      tabIndex={-1}
      aria-label={name}
      className="flex min-w-0 scroll-mt-32 flex-col rounded-md text-xs"
    >
      <PictureFrame picture={picture} kind={kind} width={320} />
      <p dir="auto" className="mt-2 font-medium wrap-anywhere">
        {isOffered(asset) ? providerName(asset.source) : name}
      </p>
      <p className="mb-1 text-soft">
        {[!isOffered(asset) && sourceOf(asset), factsOf(asset)].filter(Boolean).join(' · ')}
      </p>
      {isOffered(asset) && <ScoreBar score={asset.score!} parts={partsOf(asset)} />}
      <div className="mt-auto">
        <PictureActions picture={picture} typeLocked={typeLocked} actions={actions} />
      </div>
    </li>
  )
}
