import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys'

/** Has everything looked up again that shows this item: itself, its files, evidence and history, the lists. */
export async function refreshShown(cache: QueryClient, itemId: number, libraryId: number) {
  await Promise.all(
    [keys.item(itemId), keys.libraryItems(libraryId), keys.libraries].map((queryKey) =>
      cache.invalidateQueries({ queryKey }),
    ),
  )
}

/** The items are in no list any more, and what was known about them is not asked for again. */
export async function forgetShown(cache: QueryClient, itemIds: number[], libraryId: number) {
  for (const itemId of itemIds) {
    cache.removeQueries({ queryKey: keys.item(itemId) })
  }
  await Promise.all(
    [keys.libraryItems(libraryId), keys.libraries, keys.trash(libraryId)].map((queryKey) =>
      cache.invalidateQueries({ queryKey }),
    ),
  )
}
