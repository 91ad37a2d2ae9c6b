import { useState } from 'react'
import { assetAt } from '@/api/covers'
import type { ItemKind } from '@/api/kinds'
import type { Asset } from '@/api/types'
import { assetName } from '@/components/items/asset-names'
import { providerName } from '@/components/metadata/source-text'
import { ScoreBar } from '@/components/score-bar'
import { cn } from '@/lib/cn'
import { capital, languageName, plural } from '@/lib/format'
import { CandidateActions } from './candidate-actions'
import { frameOf } from './picture-frames'
import type { CoverActions } from './use-covers'

interface OfferedPictureProps {
  asset: Asset
  kind: ItemKind
  /** Among its like, from 1: pictures have no names. */
  place: number
  actions: CoverActions
}

/** A picture that a provider offers: what is told of it, why it stands where it stands, and what can be done with it. */
export function OfferedPicture({ asset, kind, place, actions }: OfferedPictureProps) {
  const [broken, setBroken] = useState(false)
  const name = `${assetName(asset.type)} ${place} from ${providerName(asset.source)}`
  return (
    <li className="flex min-w-0 flex-col text-xs">
      <span className={cn('relative block overflow-hidden rounded bg-sunken', frameOf(asset.type, kind))}>
        {broken ? (
          <span className="absolute inset-0 grid place-items-center p-2 text-center text-soft">
            No preview
          </span>
        ) : (
          <img
            src={asset.preview_url ?? assetAt(asset.id, 320)}
            alt={name}
            loading="lazy"
            decoding="async"
            onError={() => setBroken(true)}
            className={cn('absolute inset-0 size-full object-contain', asset.rejected && 'opacity-40')}
          />
        )}
      </span>
      <p className="mt-1.5 font-medium">{providerName(asset.source)}</p>
      <p className="mb-1 text-soft">{factsOf(asset)}</p>
      {asset.error && (
        <p role="alert" className="mb-1 font-medium text-danger">
          {asset.error}
        </p>
      )}
      <ScoreBar score={asset.score ?? 0} parts={partsOf(asset)} />
      <div className="mt-auto flex flex-wrap items-center gap-1 pt-1.5">
        <CandidateActions asset={asset} inUse={false} name={name} actions={actions} />
      </div>
    </li>
  )
}

const factsOf = ({ width, height, language, votes, rejected }: Asset) =>
  [
    width && height && `${width} × ${height}`,
    language ? languageName(language) : 'No language',
    votes && plural(votes, 'vote'),
    rejected && 'removed',
  ]
    .filter(Boolean)
    .join(' · ')

const partsOf = ({ score_parts: parts }: Asset) =>
  Object.entries((parts ?? {}) as Record<string, number>).map(([name, points]) => ({
    name: capital(name),
    points,
  }))
