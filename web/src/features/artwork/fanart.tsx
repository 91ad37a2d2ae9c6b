import { useQuery } from '@tanstack/react-query'
import { assetAt, assetsQuery, shownOf } from '@/api/artwork'

/**
 * The fanart of an item behind the head of its page. So faint that every text over it stays as readable as without, and out of
 * the flow, so that nothing moves when it comes.
 */
export function Fanart({ itemId }: { itemId: number }) {
  const assets = useQuery(assetsQuery(itemId))
  const shown = assets.data && shownOf(assets.data, 'fanart')
  if (!shown) return null
  return (
    <div
      aria-hidden="true"
      data-testid="fanart"
      className="pointer-events-none absolute inset-x-0 top-0 -z-10 h-120 overflow-hidden [mask-image:linear-gradient(black_30%,transparent)]"
    >
      <img
        src={assetAt(shown.id, 1280)}
        alt=""
        decoding="async"
        className="size-full object-cover object-[50%_20%] opacity-14"
      />
    </div>
  )
}
