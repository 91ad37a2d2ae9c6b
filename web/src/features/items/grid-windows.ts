import { ITEM_PAGE } from '@/api/items'
import type { Shape } from '@/api/kinds'
import { SHAPES } from '@/components/items/shapes'

/** Height of the text below a cover: two title lines, one author line, badges. Fixed, so that rows never jump. */
export const CAPTION_HEIGHT = 94
const ROW_GAP = 22

export interface GridShape {
  columns: number
  gap: number
  rowHeight: number
}

/** How many covers stand in a row of this width and how high the row is. */
export function gridShape(width: number, shape: Shape): GridShape {
  const { height, ideal, phoneColumns } = SHAPES[shape]
  const phone = width < 560
  const gap = phone ? 12 : 22
  const columns = phone
    ? Math.max(phoneColumns, Math.floor((width + gap) / ((ideal * 2) / 3 + gap)))
    : Math.max(1, Math.floor((width + gap) / (ideal + gap)))
  const cover = (width - gap * (columns - 1)) / columns
  return { columns, gap, rowHeight: Math.round(cover * height) + CAPTION_HEIGHT + ROW_GAP }
}

/** The pages that hold the entries from `first` to `last`; page 0 always, as it carries the total. */
export function pagesFor(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / ITEM_PAGE)
  const to = Math.floor(Math.max(0, last) / ITEM_PAGE)
  const pages = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  return pages.includes(0) ? pages : [0, ...pages]
}
