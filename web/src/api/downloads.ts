import type { BookFile } from './types'

const address = ({ id }: Pick<BookFile, 'id'>) => `/api/books/files/${id}/download`

/** The file as it lies on disk, to be kept. */
export const downloadAt = (file: Pick<BookFile, 'id'>) => address(file)

/** A copy that carries what the catalog shows. */
export const copyAt = (file: Pick<BookFile, 'id'>) => `${address(file)}?with_metadata=1`

/** The same file, shown or played where it is. */
export const inlineAt = (file: Pick<BookFile, 'id'>) => `${address(file)}?inline=1`

const WRITTEN = new Set(['epub', 'cbz', 'm4b', 'm4a'])
const PLAYED = new Set(['m4b', 'm4a', 'mp3', 'flac', 'ogg', 'opus'])

export const isOnDisk = (file: BookFile) => file.missing_since === null

/** Of a file that cannot be read no copy can be made. */
export const canCarryMetadata = (file: BookFile) => WRITTEN.has(file.file_type) && !file.error

export const isPdf = (file: BookFile) => file.file_type === 'pdf'

export const isPlayable = (file: BookFile) => PLAYED.has(file.file_type) && isOnDisk(file) && !file.error
