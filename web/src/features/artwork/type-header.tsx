import { Lock, LockOpen } from 'lucide-react'
import { isPicture } from '@/api/artwork'
import { assetName, assetNames } from '@/components/items/asset-names'
import { Button } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { count } from '@/lib/format'
import { countOf, type ArtworkGroup } from './artwork-groups'
import { PickPicture } from './pick-picture'
import type { ArtworkActions } from './use-artwork'

interface TypeHeaderProps {
  group: ArtworkGroup
  typeLocked: boolean
  actions: ArtworkActions | null
}

/** What the type is called and how many there are; its lock and a picture of one's own. */
export function TypeHeader({ group, typeLocked, actions }: TypeHeaderProps) {
  const { type, used } = group
  const total = countOf(group)
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <h2 id={`${type}-heading`} tabIndex={-1} className="text-lg font-semibold tracking-tight">
        {assetNames(type)}
      </h2>
      <p className="grow text-sm text-soft">
        {total > 0 && (isPicture(type) ? `${count(used.length)} of ${count(total)} in use` : count(total))}
        {typeLocked && !actions && ' · locked'}
      </p>
      {actions && isPicture(type) && (
        <div className="-my-1 flex gap-1">
          <TypeLock type={type} locked={typeLocked} actions={actions} />
          <PickPicture
            label={`Picture to upload as ${assetName(type).toLowerCase()}`}
            look="plain"
            aria-label={`Upload ${assetName(type).toLowerCase()}`}
            disabled={actions.upload.isPending}
            onPick={(picture) => actions.upload.mutate({ type, picture })}
          >
            Upload
          </PickPicture>
        </div>
      )}
    </div>
  )
}

interface TypeLockProps {
  type: string
  locked: boolean
  actions: ArtworkActions
}

const TypeLock = ({ type, locked, actions: { lockType } }: TypeLockProps) => (
  <Tooltip
    text={locked ? 'Locked: nothing from providers takes their place' : 'Lock: providers change nothing here'}
  >
    <Button
      look="plain"
      aria-label={`Lock type: ${assetNames(type)}`}
      aria-pressed={locked}
      className="aria-pressed:bg-wash aria-pressed:text-accent"
      busy={lockType.isPending && lockType.variables.type === type}
      onClick={() => lockType.mutate({ type, locked: !locked })}
    >
      {locked ? <Lock aria-hidden="true" /> : <LockOpen aria-hidden="true" />}
      Lock type
    </Button>
  </Tooltip>
)
