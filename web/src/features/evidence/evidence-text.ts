import type { FieldEvidence, Offer } from '@/api/types'
import { providerName } from '@/components/metadata/source-text'
import { capital } from '@/lib/format'

/** Who speaks, inside a sentence. */
export function speaker(source: string): string {
  switch (source) {
    case 'manual':
      return 'an edit by hand'
    case 'sidecar':
      return 'a sidecar'
    case 'embedded':
      return 'what is embedded in the file'
    case 'path':
      return 'folder and file names'
    default:
      return providerName(source)
  }
}

/** Why a field says what it says, as a sentence. */
export function why({ reason, source, offers }: FieldEvidence): string {
  const winner = speaker(source ?? '')
  const second = offers.find((offer) => !offer.wins)
  switch (reason) {
    case 'manual':
      return 'Somebody edited it by hand, and that outranks every other source.'
    case 'cleared':
      return 'Somebody cleared it by hand, and that outranks every other source.'
    case 'locked':
      return 'It is locked: nothing automatic changes it until it is unlocked.'
    case 'only_offer':
      return `Only ${winner} says anything about it.`
    case 'priority':
      return `${capital(winner)} outranks ${second ? speaker(second.source) : 'the others'}.`
    case 'file_order':
      return 'Several files say something about it; those that were merged into it come last.'
    case 'format_order':
      return 'Several files say something about it; their formats have an order, and this one comes first.'
    case 'role_order':
      return 'Several files say something about it; the main file comes before parts.'
    case 'path_order':
      return 'Several files of the same kind say something about it; the first by path wins.'
    default:
      return source ? 'It is made from another field.' : 'Nobody says anything about it.'
  }
}

/** The file an offer was read from. */
export const fileIdOf = ({ origin }: Offer) =>
  origin.startsWith('file:') ? Number(origin.slice('file:'.length)) : undefined
