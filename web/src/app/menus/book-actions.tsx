import { useQuery } from '@tanstack/react-query'
import { History, Image, Pencil } from 'lucide-react'
import { may, meQuery } from '@/api/access'
import type { Book } from '@/api/types'
import { Button, IconButton } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { BookMenu } from './book-menu'

interface BookActionsProps {
  book: Book
  onOpen: (panel: 'edit' | 'history') => void
}

/** What can be done with the book whose page this is. */
export function BookActions({ book, onOpen }: BookActionsProps) {
  const me = useQuery(meQuery)
  return (
    <>
      {may(me.data, 'books:write') && (
        <Button onClick={() => onOpen('edit')}>
          <Pencil aria-hidden="true" /> Edit
        </Button>
      )}
      <Tooltip text="History">
        <IconButton aria-label="History" onClick={() => onOpen('history')}>
          <History />
        </IconButton>
      </Tooltip>
      <BookMenu book={book} label="Book actions" />
    </>
  )
}

/** Leads to the pictures that can be the cover. */
export function CoverButton({ onOpen }: { onOpen: () => void }) {
  const me = useQuery(meQuery)
  if (!may(me.data, 'books:write')) return null
  return (
    <Button look="plain" className="mt-2 w-full !font-normal text-soft" onClick={onOpen}>
      <Image aria-hidden="true" /> Change cover
    </Button>
  )
}
