import { Check, Lock, LockOpen, Trash2 } from 'lucide-react'
import { assetAt } from '@/api/covers'
import { fileName } from '@/api/subject'
import type { Asset, ShownFile } from '@/api/types'
import { assetName } from '@/components/items/asset-names'
import { Button, IconButton } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { cn } from '@/lib/cn'
import { bytes } from '@/lib/format'
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

interface CandidateActionsProps extends Omit<CoverCandidateProps, 'files'> {
  name: string
}

function CandidateActions({ asset, inUse, actions, name }: CandidateActionsProps) {
  const what = `the ${assetName(asset.type).toLowerCase()}`
  const { choose, refuse, lock } = actions
  const busy = choose.isPending || refuse.isPending || lock.isPending
  return (
    <>
      {inUse ? (
        <span className="inline-flex h-8 items-center gap-1 pr-2 text-xs font-medium text-accent">
          <Check aria-hidden="true" className="size-3.5" /> In use
        </span>
      ) : (
        <Button
          className="!h-8"
          aria-label={`Use ${name}`}
          disabled={busy}
          busy={choose.variables === asset && choose.isPending}
          onClick={() => choose.mutate(asset)}
        >
          Use this
        </Button>
      )}
      {inUse && (
        <Tooltip text={asset.locked ? `Unlock ${what}` : `Lock ${what}: no scan changes it`}>
          <IconButton
            aria-label={`${asset.locked ? 'Unlock' : 'Lock'} ${what}`}
            aria-pressed={asset.locked}
            disabled={busy}
            onClick={() => lock.mutate(asset)}
          >
            {asset.locked ? <Lock /> : <LockOpen />}
          </IconButton>
        </Tooltip>
      )}
      {!asset.rejected && (
        <Tooltip text="Remove: it is not used again by itself">
          <IconButton aria-label={`Remove ${name}`} disabled={busy} onClick={() => refuse.mutate(asset)}>
            <Trash2 />
          </IconButton>
        </Tooltip>
      )}
    </>
  )
}

const isUpright = ({ width, height }: Asset) => !width || !height || height >= width

export function nameOf({ source, origin, file_id: id }: Asset, files: ShownFile[]): string {
  const file = files.find((each) => each.id === id)
  const page = /^page:(\d+):/.exec(origin)?.[1]
  if (page && file) return `Page ${Number(page) + 1} of ${fileName(file.filepath)}`
  if (source === 'manual') return 'Uploaded picture'
  const name = fileName(origin.replace(/^path:/, ''))
  return file ? `${name} in ${fileName(file.filepath)}` : name
}

function factsOf({ width, height, size, rejected }: Asset): string {
  const facts = [width && height ? `${width} × ${height}` : null, size && bytes(size), rejected && 'removed']
  return facts.filter(Boolean).join(', ')
}
