import { fileName } from '@/api/subject'

const MARKS: Record<string, string> = { manual: 'M', sidecar: 'S', embedded: 'E', path: 'P' }

export const sourceLetter = (source: string) => MARKS[source] ?? source.slice(0, 1).toUpperCase()

/** Who says so, as a sentence's beginning. `file` is the path of the file it was read from. */
export function sourceText(source: string, file?: string): string {
  switch (source) {
    case 'manual':
      return 'Edited by hand'
    case 'sidecar':
      return 'From a sidecar beside the files'
    case 'embedded':
      return file ? `Embedded in ${fileName(file)}` : 'Embedded in the file'
    case 'path':
      return file ? `From the folder and name of ${fileName(file)}` : 'From the folder and file names'
    default:
      return `From ${providerName(source)}`
  }
}

const PROVIDERS: Record<string, string> = {
  tmdb: 'TMDB',
  tvdb: 'TVDB',
  audnexus: 'Audnexus',
  openlibrary: 'Open Library',
  googlebooks: 'Google Books',
  musicbrainz: 'MusicBrainz',
  coverartarchive: 'Cover Art Archive',
}

export const providerName = (source: string) => PROVIDERS[source] ?? source
