import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { itemQuery } from '@/api/items'
import type { Subject } from '@/api/subject'
import type { Book } from '@/api/types'

interface KeptBookOptionProps {
  book: Subject
  checked: boolean
  onChoose: () => void
}

/** A book that may be the one that is kept, with what tells it from others of the same title. */
export function KeptBookOption({ book, checked, onChoose }: KeptBookOptionProps) {
  const whole = useQuery(itemQuery('book', book.id))
  const note = useId()
  return (
    <label className="flex cursor-pointer items-start gap-2.5 rounded-xl border border-edge/60 px-3 py-2.5 hover:bg-sunken has-checked:border-accent has-checked:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name="kept"
        checked={checked}
        onChange={onChoose}
        aria-label={book.name}
        aria-describedby={note}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span dir="auto" className="block text-sm font-medium break-words">
          {book.name}
        </span>
        <span id={note} className="block text-xs text-soft">
          {whole.data ? <Particulars book={whole.data} /> : whole.isPending && 'Loading…'}
        </span>
      </span>
    </label>
  )
}

const Particulars = ({ book }: { book: Book }) => (
  <>
    <bdi>{book.authors.map((author) => author.name).join(', ') || 'Unknown author'}</bdi>
    {' · '}
    {[...new Set(book.files.map((file) => file.file_type.toUpperCase()))].join(', ')}
    {book.files[0] && (
      <span className="mt-0.5 block font-mono text-[0.6875rem] break-all">{book.files[0].filepath}</span>
    )}
  </>
)
