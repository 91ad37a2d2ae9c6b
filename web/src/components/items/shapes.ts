import type { Shape } from '@/api/kinds'

interface ShapeLook {
  /** Of the picture, in widths. */
  height: number
  /** How wide a picture wants to be in a grid, in pixels, and how many stand side by side on a phone. */
  ideal: number
  phoneColumns: number
  frame: string
  /** Its width in a row of a list. */
  row: string
  /** Picture and text side by side on an item's page, and the picture's width on a phone. */
  page: string
  phone: string
}

/** What follows from the frame of a picture. */
export const SHAPES: Record<Shape, ShapeLook> = {
  tall: {
    height: 1.5,
    ideal: 158,
    phoneColumns: 3,
    frame: 'aspect-2/3',
    row: 'w-10',
    page: 'sm:grid-cols-[minmax(10rem,16rem)_1fr]',
    phone: 'max-sm:w-44',
  },
  square: {
    height: 1,
    ideal: 168,
    phoneColumns: 2,
    frame: 'aspect-square',
    row: 'w-14',
    page: 'sm:grid-cols-[minmax(10rem,17rem)_1fr]',
    phone: 'max-sm:w-56',
  },
  wide: {
    height: 9 / 16,
    ideal: 232,
    phoneColumns: 2,
    frame: 'aspect-video',
    row: 'w-24',
    page: 'sm:grid-cols-[minmax(12rem,20rem)_1fr]',
    phone: 'max-sm:w-full',
  },
}
