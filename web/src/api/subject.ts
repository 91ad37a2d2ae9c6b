import { kindAround, routeOf, type ItemKind } from './kinds'
import type { BookFile } from './types'

/** What is edited, explained and read again: an item, or a file of a book. */
export interface Subject {
  kind: ItemKind | 'file'
  id: number
  /** The item it is or belongs to, and what kind that is. */
  itemId: number
  itemKind: ItemKind
  libraryId: number
  /** The item it lies in. */
  parentId?: number
  /** What a person calls it. A file without a name goes by its file name. */
  name: string
}

interface Named {
  id: number
  library_id: number
  title: string
}

export const itemSubject = (kind: ItemKind, item: Named): Subject => ({
  kind,
  id: item.id,
  itemId: item.id,
  itemKind: kind,
  libraryId: item.library_id,
  name: item.title,
  parentId: parentOf(kind, item),
})

function parentOf(kind: ItemKind, item: object): number | undefined {
  const around = kindAround(kind)
  return around && ((item as Record<string, number | null | undefined>)[`${around}_id`] ?? undefined)
}

/** Where one goes when the item is gone: to what it lay in, else to its library. */
export function placeOf({ itemKind, parentId, libraryId }: Subject) {
  const around = kindAround(itemKind)
  return around && parentId !== undefined
    ? { to: routeOf(around), params: { id: parentId } }
    : { to: '/libraries/$id' as const, params: { id: libraryId } }
}

export const fileSubject = (file: BookFile): Subject => ({
  kind: 'file',
  id: file.id,
  itemId: file.book_id,
  itemKind: 'book',
  libraryId: file.library_id,
  name: file.name || fileName(file.filepath),
})

export const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
