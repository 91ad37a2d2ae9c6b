import { useState } from 'react'
import { KINDS, type ItemKind } from '@/api/kinds'
import { providerPicture } from '@/api/providers'
import { SHAPES } from '@/components/items/shapes'
import { cn } from '@/lib/cn'

interface MatchPictureProps {
  kind: ItemKind
  provider: string
  address: string | null
}

/** A small picture of what may be meant; an empty frame where there is none, so that all stand in line. */
export function MatchPicture({ kind, provider, address }: MatchPictureProps) {
  const [broken, setBroken] = useState(false)
  return (
    <span
      className={cn(
        'relative block w-16 shrink-0 self-start overflow-hidden rounded bg-sunken sm:w-20',
        SHAPES[KINDS[kind].shape].frame,
      )}
    >
      {address && !broken && (
        <img
          src={providerPicture(provider, address)}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  )
}
