import { filesOf, type Whole } from '@/api/items'
import type { ItemKind } from '@/api/kinds'
import type { Marked } from './source-mark'

/** Marks of an item: with one file everything that was read was read from it. */
export function markedItem<K extends ItemKind>(kind: K, item: Whole<K>): Marked {
  const files = filesOf(item)
  return {
    kind,
    itemId: item.id,
    path: files.length === 1 ? files[0]?.filepath : undefined,
    sources: item.sources,
    locks: item.locks,
  }
}
