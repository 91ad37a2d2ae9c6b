import { Check, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { isOffered } from '@/api/artwork'
import type { ItemKind } from '@/api/kinds'
import { ScoreBar } from '@/components/score-bar'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/lib/cn'
import { bytes, count } from '@/lib/format'
import type { Picture } from './artwork-groups'
import { PictureActions } from './picture-actions'
import { PictureFrame } from './picture-frame'
import { isNarrow } from './picture-frames'
import { languageOf, partsOf, pixelsOf, sourceOf, whyUsed } from './picture-text'
import type { ArtworkActions } from './use-artwork'

interface UsedPictureProps {
  picture: Picture
  kind: ItemKind
  typeLocked: boolean
  /** Of several in use: which, from 1, and of how many. */
  place?: { at: number; of: number }
  /** Loaded at once. */
  first: boolean
  actions: ArtworkActions | null
}

/** A picture in use, large enough to judge it, with all that is known of it. */
export function UsedPicture({ picture, kind, typeLocked, place, first, actions }: UsedPictureProps) {
  const { asset, name } = picture
  const narrow = isNarrow(asset.type, kind)
  return (
    <li
      id={`picture-${asset.id}`}
      tabIndex={-1}
      aria-label={name}
      className={cn(
        'flex min-w-0 scroll-mt-32 flex-col gap-4 rounded-2xl border border-accent/60 bg-surface p-3 sm:p-4',
        !place && (narrow ? 'sm:flex-row sm:gap-6' : 'xl:flex-row xl:gap-6'),
      )}
    >
      <div className={cn('shrink-0', narrow ? 'mx-auto w-48 sm:mx-0 sm:w-60' : !place && 'xl:w-120')}>
        <PictureFrame picture={picture} kind={kind} width={narrow ? 480 : 960} first={first} />
      </div>
      <div className="flex min-w-0 grow flex-col text-sm">
        <div className="flex flex-wrap gap-1.5">
          <Badge tone="accent">
            <Check aria-hidden="true" className="size-3" /> In use
            {place && `, ${count(place.at)} of ${count(place.of)}`}
          </Badge>
          {(asset.locked || typeLocked) && (
            <Badge>
              <Lock aria-hidden="true" className="size-3" /> Locked
            </Badge>
          )}
        </div>
        <p dir="auto" className="mt-2 font-medium wrap-anywhere">
          {name}
        </p>
        <dl className="mt-2 mb-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
          <Told name="Source">{sourceOf(asset)}</Told>
          <Told name="Pixels">{pixelsOf(asset)}</Told>
          <Told name="Language">{languageOf(asset)}</Told>
          <Told name="File size">{asset.size && bytes(asset.size)}</Told>
          <Told name="Votes">{asset.votes && count(asset.votes)}</Told>
          <Told name="Why">{whyUsed(asset, typeLocked)}</Told>
        </dl>
        {isOffered(asset) && <ScoreBar score={asset.score!} parts={partsOf(asset)} className="mt-1" />}
        <PictureActions
          picture={picture}
          typeLocked={typeLocked}
          several={place !== undefined}
          actions={actions}
        />
      </div>
    </li>
  )
}

/** What is not known is left out. */
const Told = ({ name, children }: { name: string; children: ReactNode }) =>
  children ? (
    <>
      <dt className="text-soft">{name}</dt>
      <dd>{children}</dd>
    </>
  ) : null
