import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'
import { bookSubject, fileSubject } from '@/api/subject'
import type { Book } from '@/api/types'
import { CoverDialog } from '@/features/covers/cover-dialog'
import { EditDialog } from '@/features/editing/edit-dialog'
import { EvidenceSheet } from '@/features/evidence/evidence-sheet'
import { HistorySheet } from '@/features/history/history-sheet'
import type { BookSearch } from '../router'

/** What the address says is open over a book's page. */
export function BookPanels({ book }: { book: Book }) {
  const navigate = useNavigate({ from: '/books/$id' })
  const { evidence, file: fileId, open } = useSearch({ from: '/shell/books/$id' })
  const me = useQuery(meQuery)
  const mayWrite = may(me.data, 'books:write')
  const file = book.files.find((each) => each.id === fileId)
  const subject = file ? fileSubject(file) : bookSubject(book)
  const go = (search: BookSearch) => void navigate({ search, replace: true, resetScroll: false })
  const close = () => go({})
  if (fileId !== undefined && !file) return null
  return (
    <>
      {open === 'edit' && mayWrite && <EditDialog subject={subject} onClose={close} />}
      {open === 'history' && (
        <HistorySheet subject={bookSubject(book)} files={book.files} mayWrite={mayWrite} onClose={close} />
      )}
      {open === 'cover' && mayWrite && (
        <CoverDialog subject={bookSubject(book)} files={book.files} onClose={close} />
      )}
      {evidence && !open && (
        <EvidenceSheet
          subject={subject}
          field={evidence}
          files={book.files}
          mayWrite={mayWrite}
          onField={(next) => go({ evidence: next, file: fileId })}
          onClose={close}
        />
      )}
    </>
  )
}
