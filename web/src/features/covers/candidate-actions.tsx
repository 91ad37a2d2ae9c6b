import { Check, Lock, LockOpen, Trash2 } from 'lucide-react'
import type { Asset } from '@/api/types'
import { assetName } from '@/components/items/asset-names'
import { Button, IconButton } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import type { CoverActions } from './use-covers'

interface CandidateActionsProps {
  asset: Asset
  /** It is the one of its type that is shown. */
  inUse: boolean
  name: string
  actions: CoverActions
}

/** What can be done with a picture: use, lock, remove. */
export function CandidateActions({ asset, inUse, actions, name }: CandidateActionsProps) {
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
