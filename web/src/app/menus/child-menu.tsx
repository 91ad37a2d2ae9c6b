import { useState } from 'react'
import type { Subject } from '@/api/subject'
import { EditDialog } from '@/features/editing/edit-dialog'
import { ItemMenu } from './item-menu'

/** The "..." of an item on the page of what it lies in, with the form it opens. */
export function ChildMenu({ item, className }: { item: Subject; className?: string }) {
  const [edits, setEdits] = useState(false)
  return (
    <>
      <ItemMenu item={item} className={className} onEdit={() => setEdits(true)} />
      {edits && <EditDialog subject={item} onClose={() => setEdits(false)} />}
    </>
  )
}
