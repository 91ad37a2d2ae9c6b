import { isOffered } from '@/api/artwork'
import { fileName } from '@/api/subject'
import type { Asset, ShownFile } from '@/api/types'
import { assetName } from '@/components/items/asset-names'
import { providerName } from '@/components/metadata/source-text'
import { bytes, capital, languageName, plural } from '@/lib/format'

/** What a picture goes by. Those of providers have no names: they are counted, best first. */
export function nameOf(asset: Asset, files: ShownFile[], place?: number): string {
  const { source, origin, file_id: id, type } = asset
  if (isOffered(asset)) return `${assetName(type)} ${place ?? ''} from ${providerName(source)}`
  const file = files.find((each) => each.id === id)
  const page = /^page:(\d+):/.exec(origin)?.[1]
  if (page && file) return `Page ${Number(page) + 1} of ${fileName(file.filepath)}`
  if (source === 'manual') return 'Uploaded picture'
  const name = fileName(origin.replace(/^path:/, ''))
  return file && source === 'embedded' ? `${name} in ${fileName(file.filepath)}` : name
}

/** Where it was found, as far as its name does not say so. */
export function sourceOf({ source, url, score }: Asset): string {
  switch (source) {
    case 'manual':
      return 'Uploaded'
    case 'path':
    case 'sidecar':
      return 'Beside the files'
    case 'embedded':
      return 'Inside the file'
    default:
      return score === null && url === null ? source : providerName(source)
  }
}

/** `2000 × 3000`. */
export const pixelsOf = ({ width, height }: Asset) => (width && height ? `${width} × ${height}` : undefined)

/** What is known of a picture, in one line. */
export const factsOf = (asset: Asset) =>
  [
    pixelsOf(asset),
    languageOf(asset),
    asset.size && bytes(asset.size),
    asset.votes && plural(asset.votes, 'vote'),
  ]
    .filter(Boolean)
    .join(' · ')

/** Providers say when there are no words on a picture; of others nobody knows. */
export const languageOf = (asset: Asset) =>
  asset.language ? languageName(asset.language) : isOffered(asset) ? 'No language' : undefined

/** Why it is used and no other is. */
export function whyUsed(asset: Asset, typeLocked: boolean): string {
  if (asset.locked) return 'It is locked and stays, whatever is found'
  if (typeLocked) return 'It was in use when this type was locked'
  if (asset.selected) return 'Somebody chose it'
  switch (asset.source) {
    case 'manual':
      return 'Somebody uploaded it'
    case 'path':
    case 'sidecar':
      return 'It lies beside the files, and nobody chose another'
    case 'embedded':
      return 'It is inside the file; none lies beside it, and nobody chose another'
    default:
      return 'It suits the library best of what providers offer; nobody chose, and there is none of one’s own'
  }
}

/** What a score is made of. */
export const partsOf = ({ score_parts: parts }: Asset) =>
  Object.entries((parts ?? {}) as Record<string, number>).map(([name, points]) => ({
    name: capital(name),
    points,
  }))
