import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouteContext, useSearch } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'
import { filesOf, type Whole } from '@/api/items'
import { writeAccess, type ItemKind } from '@/api/kinds'
import { itemSubject } from '@/api/subject'
import { Skeleton } from '@/components/ui/feedback'
import { ArtworkView } from '@/features/artwork/artwork-view'
import { useTitle } from '@/lib/use-title'
import { artworkSearch } from '../item-routes'
import { FoundItem } from './found-item'
import { ItemTrail } from './item-trail'

/** One page for the items of all kinds: which one it is, its route knows. */
export function ArtworkPage() {
  const kind = useRouteContext({ strict: false, select: (context) => (context as { kind: ItemKind }).kind })
  const { id = 0 } = useParams({ strict: false })
  return (
    <FoundItem kind={kind} id={id} waiting={<Skeleton className="mt-12 h-16 w-64" />}>
      {(item) => <Artwork kind={kind} item={item} />}
    </FoundItem>
  )
}

function Artwork({ kind, item }: { kind: ItemKind; item: Whole }) {
  const me = useQuery(meQuery)
  const search = useSearch({ strict: false, select: artworkSearch })
  const navigate = useNavigate()
  const subject = itemSubject(kind, item)
  useTitle(`Artwork of ${item.title}`)
  return (
    <div className="mx-auto max-w-7xl">
      <ItemTrail item={subject} page="artwork" />
      <ArtworkView
        item={subject}
        files={filesOf(item)}
        locks={item.locks}
        search={search}
        onSearch={(next) =>
          void navigate({ to: '.', search: next, hash: true, replace: true, resetScroll: false })
        }
        mayWrite={may(me.data, writeAccess(kind))}
        mayConfigure={may(me.data, 'config:write')}
      />
    </div>
  )
}
