import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { assetAt } from '@/api/artwork'
import type { ItemKind } from '@/api/kinds'
import { cn } from '@/lib/cn'
import type { Picture } from './artwork-groups'
import { frameOf } from './picture-frames'

interface PictureFrameProps {
  picture: Picture
  kind: ItemKind
  /** In pixels; less is made of what is larger. */
  width: number
  /** Loaded at once, as it is what one came to see. */
  first?: boolean
}

/** A picture, whole, in the frame of its type: the room is there before it is, so nothing moves when it comes. */
export function PictureFrame({ picture: { asset, name }, kind, width, first = false }: PictureFrameProps) {
  const address = asset.preview_url ?? assetAt(asset.id, width)
  const [broken, setBroken] = useState<string>()
  const isBroken = broken === address
  const { aspect, transparent } = frameOf(asset.type, kind)
  return (
    <span
      className={cn(
        'relative block overflow-hidden rounded-md',
        aspect,
        transparent && !isBroken ? 'bg-checks' : 'bg-sunken',
      )}
    >
      {isBroken ? (
        <span className="absolute inset-0 grid place-content-center justify-items-center gap-1 p-2 text-center text-xs text-soft">
          <ImageOff aria-hidden="true" className="size-5" />
          {asset.cache_path || asset.preview_url ? 'This picture cannot be shown' : 'Not fetched yet'}
        </span>
      ) : (
        <img
          src={address}
          alt={name}
          loading={first ? 'eager' : 'lazy'}
          decoding="async"
          onError={() => setBroken(address)}
          className={cn('absolute inset-0 size-full object-contain', asset.rejected && 'opacity-40')}
        />
      )}
    </span>
  )
}
