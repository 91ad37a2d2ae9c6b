import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fingerprint, History, Image, Pencil } from 'lucide-react'
import { may, meQuery } from '@/api/access'
import { artworkRouteOf, isIdentified, writeAccess } from '@/api/kinds'
import type { Subject } from '@/api/subject'
import { Button, IconButton } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { capital } from '@/lib/format'
import { ItemMenu } from './item-menu'

interface ItemActionsProps {
  item: Subject
  onOpen: (panel: 'edit' | 'history' | 'identity') => void
}

/** What can be done with the item whose page this is. */
export function ItemActions({ item, onOpen }: ItemActionsProps) {
  const me = useQuery(meQuery)
  return (
    <>
      {may(me.data, writeAccess(item.itemKind)) && (
        <Button onClick={() => onOpen('edit')}>
          <Pencil aria-hidden="true" /> Edit
        </Button>
      )}
      {isIdentified(item.itemKind) && (
        <Tooltip text="Identity">
          <IconButton aria-label="Identity" onClick={() => onOpen('identity')}>
            <Fingerprint />
          </IconButton>
        </Tooltip>
      )}
      <Tooltip text="History">
        <IconButton aria-label="History" onClick={() => onOpen('history')}>
          <History />
        </IconButton>
      </Tooltip>
      <ItemMenu item={item} label={`${capital(item.itemKind)} actions`} />
    </>
  )
}

/** Leads to all pictures that go with the item. */
export const ArtworkLink = ({ item }: { item: Subject }) => (
  <Link
    to={artworkRouteOf(item.itemKind)}
    params={{ id: item.itemId }}
    className="mt-2 flex h-9 w-full items-center justify-center gap-2 rounded-lg px-3.5 text-sm text-soft hover:bg-sunken hover:text-ink"
  >
    <Image aria-hidden="true" className="size-4" /> Artwork
  </Link>
)
