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

/** Providers as people call them, and where they are at home: also for those who may not ask the server for its providers. */
const PROVIDERS: Record<string, [title: string, website: string]> = {
  tmdb: ['TMDB', 'https://www.themoviedb.org/'],
  tvdb: ['TheTVDB', 'https://thetvdb.com/'],
  audnexus: ['Audnexus', 'https://audnex.us/'],
  openlibrary: ['Open Library', 'https://openlibrary.org/'],
  googlebooks: ['Google Books', 'https://books.google.com/'],
  musicbrainz: ['MusicBrainz', 'https://musicbrainz.org/'],
  coverartarchive: ['Cover Art Archive', 'https://coverartarchive.org/'],
  fanarttv: ['fanart.tv', 'https://fanart.tv/'],
}

export const providerName = (source: string) => PROVIDERS[source]?.[0] ?? source

/** Nothing for a source that is no provider. */
export const providerSite = (source: string): string | undefined => PROVIDERS[source]?.[1]
