import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes files into the folder of a library, each at its path. */
export function writeFiles(shelf: string, files: Record<string, string | Buffer>) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(shelf, path)), { recursive: true })
    writeFileSync(join(shelf, path), content)
  }
}
