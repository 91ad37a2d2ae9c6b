import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bookRange, type BookFilter } from '@/api/books'
import { bookSubject, type Subject } from '@/api/subject'
import type { BookListItem } from '@/api/types'

/** As many as one edit takes. */
export const MOST_SELECTED = 1_000

export interface Selection {
  books: Subject[]
  has: (id: number) => boolean
  /** Takes a book in or out; with `range` all from the last one touched to this. */
  toggle: (book: BookListItem, index: number, range: boolean) => void
  add: (book: BookListItem) => void
  /** As many as may be selected, from the start of the list. */
  all: () => Promise<void>
  clear: () => void
}

/** The books of a list that are selected. It knows them by id, so that what scrolled away stays selected. */
export function useSelection(libraryId: number, filter: BookFilter): Selection {
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlyMap<number, Subject>>(new Map())
  const [anchor, setAnchor] = useState<number | null>(null)
  // A place means nothing in another order.
  const list = JSON.stringify([libraryId, filter])
  const [anchored, setAnchored] = useState(list)
  if (anchored !== list) {
    setAnchored(list)
    setAnchor(null)
  }

  const addAll = (books: Subject[]) =>
    setChosen(
      (last) => new Map([...last, ...books.map((book) => [book.id, book] as const)].slice(0, MOST_SELECTED)),
    )

  const addRange = async (from: number, to: number) =>
    addAll(
      (await bookRange(cache, libraryId, filter, from, Math.min(to, from + MOST_SELECTED - 1))).map(
        bookSubject,
      ),
    )

  const flip = (book: BookListItem) =>
    setChosen((last) => {
      const next = new Map(last)
      if (!next.delete(book.id) && next.size < MOST_SELECTED) next.set(book.id, bookSubject(book))
      return next
    })

  return {
    books: [...chosen.values()],
    has: (id) => chosen.has(id),
    toggle: (book, index, range) => {
      if (range && anchor !== null) void addRange(Math.min(anchor, index), Math.max(anchor, index))
      else flip(book)
      setAnchor(index)
    },
    add: (book) => addAll([bookSubject(book)]),
    all: () => addRange(0, MOST_SELECTED - 1),
    clear: () => {
      setChosen(new Map())
      setAnchor(null)
    },
  }
}
