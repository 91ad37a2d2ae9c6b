import { assetAt, isOffered } from '@/api/covers'
import { fileName } from '@/api/subject'
import type { Asset, ShownFile } from '@/api/types'
import { providerName } from '@/components/metadata/source-text'
import { cn } from '@/lib/cn'
import { bytes, languageName } from '@/lib/format'
import { CandidateActions } from './candidate-actions'
import type { CoverActions } from './use-covers'

interface CoverCandidateProps {
  asset: Asset
  /** It is the one of its type that is shown. */
  inUse: boolean
  files: ShownFile[]
  actions: CoverActions
}

/** One picture of an item: what it is, and what can be done with it. */
export function CoverCandidate({ asset, inUse, files, actions }: CoverCandidateProps) {
  const name = nameOf(asset, files)
  return (
    <li className={cn('flex gap-3 rounded-xl border p-3 text-sm', inUse && 'border-accent bg-wash/50')}>
      <img
        src={assetAt(asset.id, 160)}
        alt={`Picture: ${name}`}
        loading="lazy"
        className={cn(
          'shrink-0 rounded bg-sunken object-contain',
          isUpright(asset) ? 'h-28 w-19' : 'h-19 w-28',
          asset.rejected && 'opacity-40',
        )}
      />
      <div className="grid min-w-0 grow content-start gap-1">
        <p dir="auto" className="font-medium">
          {name}
        </p>
        <p className="text-xs text-soft">{factsOf(asset)}</p>
        <div className="mt-1 flex flex-wrap items-center gap-1">
          <CandidateActions asset={asset} inUse={inUse} actions={actions} name={name} />
        </div>
      </div>
    </li>
  )
}

const isUpright = ({ width, height }: Asset) => !width || !height || height >= width

export function nameOf(asset: Asset, files: ShownFile[]): string {
  const { source, origin, file_id: id } = asset
  const file = files.find((each) => each.id === id)
  const page = /^page:(\d+):/.exec(origin)?.[1]
  if (page && file) return `Page ${Number(page) + 1} of ${fileName(file.filepath)}`
  if (source === 'manual') return 'Uploaded picture'
  if (isOffered(asset)) return `Picture from ${providerName(source)}`
  const name = fileName(origin.replace(/^path:/, ''))
  return file ? `${name} in ${fileName(file.filepath)}` : name
}

function factsOf({ width, height, size, language, rejected }: Asset): string {
  const facts = [
    width && height ? `${width} × ${height}` : null,
    size && bytes(size),
    language && languageName(language),
    rejected && 'removed',
  ]
  return facts.filter(Boolean).join(', ')
}
