import { isPlayable } from '@/api/downloads'
import type { BookFile } from '@/api/types'
import { partsOf } from '@/components/items/parts'

/** What is heard when a file has ended; what cannot be played is passed over. */
export function partAfter(files: BookFile[], file: BookFile): BookFile | undefined {
  const parts = partsOf(files, file)
  return parts.slice(parts.findIndex(({ id }) => id === file.id) + 1).find(isPlayable)
}
