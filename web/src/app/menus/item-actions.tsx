import { useQuery } from '@tanstack/react-query'
import { Fingerprint, History, Image, Pencil } from 'lucide-react'
import { may, meQuery } from '@/api/access'
import { isIdentified, KINDS, writeAccess } from '@/api/kinds'
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

/** Leads to the pictures that can stand for the item. */
export function CoverButton({ item, onOpen }: { item: Subject; onOpen: () => void }) {
  const me = useQuery(meQuery)
  if (!may(me.data, writeAccess(item.itemKind))) return null
  return (
    <Button look="plain" className="mt-2 w-full !font-normal text-soft" onClick={onOpen}>
      <Image aria-hidden="true" /> Change {KINDS[item.itemKind].picture}
    </Button>
  )
}
