import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'
import { writeAccess } from '@/api/kinds'
import type { Subject } from '@/api/subject'
import type { ShownFile } from '@/api/types'
import { EditDialog } from '@/features/editing/edit-dialog'
import { EvidenceSheet } from '@/features/evidence/evidence-sheet'
import { IdentitySheet } from '@/features/identity/identity-sheet'
import { HistorySheet } from '@/features/history/history-sheet'
import type { ItemSearch } from '../item-routes'

interface ItemPanelsProps {
  item: Subject
  /** The one that the address names. */
  file: Subject | undefined
  files: ShownFile[]
  search: ItemSearch
}

/** What the address says is open over an item's page. */
export function ItemPanels({ item, file, files, search }: ItemPanelsProps) {
  const navigate = useNavigate()
  const me = useQuery(meQuery)
  const mayWrite = may(me.data, writeAccess(item.itemKind))
  const { evidence, file: fileId, open } = search
  const subject = file ?? item
  const go = (next: ItemSearch) => void navigate({ to: '.', search: next, replace: true, resetScroll: false })
  const close = () => go({})
  if (fileId !== undefined && !file) return null
  return (
    <>
      {open === 'edit' && mayWrite && <EditDialog subject={subject} onClose={close} />}
      {open === 'history' && (
        <HistorySheet subject={item} files={files} mayWrite={mayWrite} onClose={close} />
      )}
      {open === 'identity' && <IdentitySheet subject={item} mayWrite={mayWrite} onClose={close} />}
      {evidence && !open && (
        <EvidenceSheet
          subject={subject}
          field={evidence}
          files={files}
          mayWrite={mayWrite}
          onField={(next) => go({ evidence: next, file: fileId })}
          onClose={close}
        />
      )}
    </>
  )
}
