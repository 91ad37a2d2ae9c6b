import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { itemRange, type ItemListing, type Listed } from '@/api/items'
import { itemSubject, type Subject } from '@/api/subject'

/** As many as one edit takes. */
export const MOST_SELECTED = 1_000

export interface Selection {
  items: Subject[]
  has: (id: number) => boolean
  /** Takes an item in or out; with `range` all from the last one touched to this. */
  toggle: (item: Listed, index: number, range: boolean) => void
  add: (item: Listed) => void
  /** As many as may be selected, from the start of the list. */
  all: () => Promise<void>
  clear: () => void
}

/** The items of a list that are selected. It knows them by id, so that what scrolled away stays selected. */
export function useSelection(listing: ItemListing): Selection {
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlyMap<number, Subject>>(new Map())
  const [anchor, setAnchor] = useState<number | null>(null)
  // A place means nothing in another order.
  const list = JSON.stringify(listing)
  const [anchored, setAnchored] = useState(list)
  if (anchored !== list) {
    setAnchored(list)
    setAnchor(null)
  }

  const subjectOf = (item: Listed) => itemSubject(listing.kind, item)
  const addAll = (items: Subject[]) =>
    setChosen(
      (last) => new Map([...last, ...items.map((item) => [item.id, item] as const)].slice(0, MOST_SELECTED)),
    )

  const addRange = async (from: number, to: number) =>
    addAll((await itemRange(cache, listing, from, Math.min(to, from + MOST_SELECTED - 1))).map(subjectOf))

  const flip = (item: Listed) =>
    setChosen((last) => {
      const next = new Map(last)
      if (!next.delete(item.id) && next.size < MOST_SELECTED) next.set(item.id, subjectOf(item))
      return next
    })

  return {
    items: [...chosen.values()],
    has: (id) => chosen.has(id),
    toggle: (item, index, range) => {
      if (range && anchor !== null) void addRange(Math.min(anchor, index), Math.max(anchor, index))
      else flip(item)
      setAnchor(index)
    },
    add: (item) => addAll([subjectOf(item)]),
    all: () => addRange(0, MOST_SELECTED - 1),
    clear: () => {
      setChosen(new Map())
      setAnchor(null)
    },
  }
}
