import { Ban, Expand, Lock, LockOpen, Undo2 } from 'lucide-react'
import { assetFileAt, type Word } from '@/api/artwork'
import { reason } from '@/api/client'
import { assetName } from '@/components/items/asset-names'
import { Button, IconButton } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import type { Picture } from './artwork-groups'
import type { ArtworkActions } from './use-artwork'

interface PictureActionsProps {
  picture: Picture
  /** All of its type are: then it has no lock of its own. */
  typeLocked: boolean
  /** Of its type several are in use; to choose one is to use it alone, and so is to lock it. */
  several?: boolean
  /** Null for those who may only look. */
  actions: ArtworkActions | null
}

/** What can be done with a picture, and why the last of it failed. */
export function PictureActions({ picture, typeLocked, several = false, actions }: PictureActionsProps) {
  const { asset, name } = picture
  const failed = actions?.say.isError && actions.say.variables.asset.id === asset.id
  const trouble = failed ? reason(actions.say.error) : asset.error
  return (
    <>
      {trouble && (
        <p role="alert" className="mt-1.5 text-xs font-medium text-danger">
          {trouble}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1 pt-2 empty:hidden">
        {actions && <Words picture={picture} typeLocked={typeLocked} several={several} actions={actions} />}
        {asset.cache_path && (
          <Tooltip text="Full size">
            <a
              href={assetFileAt(asset.id)}
              target="_blank"
              rel="noreferrer"
              aria-label={`${name} in full size`}
              className="grid size-8 shrink-0 place-items-center rounded-lg text-soft hover:bg-sunken hover:text-ink"
            >
              <Expand aria-hidden="true" className="size-4" />
            </a>
          </Tooltip>
        )}
      </div>
    </>
  )
}

function Words({ picture, typeLocked, several, actions }: PictureActionsProps & { actions: ArtworkActions }) {
  const { asset, name } = picture
  const { isPending: busy, mutate, variables } = actions.say
  const what = assetName(asset.type).toLowerCase()
  const button = (word: Word, text: string, label: string) => (
    <Button
      className="!h-8"
      aria-label={label}
      disabled={busy}
      busy={busy && variables.word === word && variables.asset.id === asset.id}
      onClick={() => mutate({ word, asset })}
    >
      {text}
    </Button>
  )
  if (asset.rejected) {
    return (
      <Button
        className="!h-8"
        aria-label={`Take back ${name}`}
        disabled={busy}
        onClick={() => mutate({ word: 'restore', asset })}
      >
        <Undo2 aria-hidden="true" /> Take back
      </Button>
    )
  }
  return (
    <>
      {!asset.in_use && button('use', 'Use this', `Use this: ${name}`)}
      {asset.in_use && several && button('use', 'Use only this', `Use only this: ${name}`)}
      {asset.in_use && !typeLocked && !several && (
        <Tooltip text={asset.locked ? 'Unlock: Colophon chooses again' : 'Lock: nothing but you changes it'}>
          <Button
            className="!h-8"
            aria-label={`${asset.locked ? 'Unlock' : 'Lock'} ${name}`}
            disabled={busy}
            onClick={() => mutate({ word: asset.locked ? 'release' : 'lock', asset })}
          >
            {asset.locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
            {asset.locked ? 'Unlock' : 'Lock'}
          </Button>
        </Tooltip>
      )}
      {asset.in_use &&
        asset.selected &&
        !asset.locked &&
        !typeLocked &&
        button('release', 'Let Colophon choose', `Let Colophon choose the ${what}`)}
      <Tooltip text="Reject: it is not used again by itself">
        <IconButton
          className="!size-8"
          aria-label={`Reject ${name}`}
          disabled={busy}
          onClick={() => mutate({ word: 'reject', asset })}
        >
          <Ban className="!size-4" />
        </IconButton>
      </Tooltip>
    </>
  )
}
