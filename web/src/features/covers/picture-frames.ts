import { KINDS, type ItemKind } from '@/api/kinds'
import { SHAPES } from '@/components/items/shapes'

const FRAMES: Record<string, string> = {
  poster: 'aspect-2/3',
  keyart: 'aspect-2/3',
  fanart: 'aspect-video',
  landscape: 'aspect-video',
  clearart: 'aspect-video',
  banner: 'aspect-[1000/185]',
  clearlogo: 'aspect-[800/310]',
  characterart: 'aspect-square',
  discart: 'aspect-square',
}

/** The frame of pictures of a type; covers are cut as the kind's covers are. */
export const frameOf = (type: string, kind: ItemKind) => FRAMES[type] ?? SHAPES[KINDS[kind].shape].frame

/** Whether many of them stand side by side. */
export const isNarrow = (type: string, kind: ItemKind) =>
  ['aspect-2/3', 'aspect-square'].includes(frameOf(type, kind))
