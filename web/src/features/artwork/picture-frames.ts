import { KINDS, type ItemKind } from '@/api/kinds'
import { SHAPES } from '@/components/items/shapes'

interface Frame {
  aspect: string
  /** What is drawn on nothing is laid on a ground that shows light and dark lines alike. */
  transparent?: boolean
}

const FRAMES: Record<string, Frame> = {
  poster: { aspect: 'aspect-2/3' },
  keyart: { aspect: 'aspect-2/3' },
  fanart: { aspect: 'aspect-video' },
  landscape: { aspect: 'aspect-video' },
  clearart: { aspect: 'aspect-video', transparent: true },
  banner: { aspect: 'aspect-[1000/185]' },
  clearlogo: { aspect: 'aspect-[800/310]', transparent: true },
  characterart: { aspect: 'aspect-square', transparent: true },
  discart: { aspect: 'aspect-square', transparent: true },
}

/** The frame of pictures of a type; covers are cut as the kind's covers are. */
export const frameOf = (type: string, kind: ItemKind): Frame =>
  FRAMES[type] ?? { aspect: SHAPES[KINDS[kind].shape].frame }

/** Whether many of them stand side by side. */
export const isNarrow = (type: string, kind: ItemKind) =>
  ['aspect-2/3', 'aspect-square'].includes(frameOf(type, kind).aspect)
