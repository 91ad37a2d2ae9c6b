export type Direction = 'ltr' | 'rtl'
export type Turn = 'next' | 'previous' | 'first' | 'last'

const SWIPE = 50

/** Where a turn leads; the first and the last page are ends. */
export function turned(page: number, turn: Turn, total: number): number {
  if (turn === 'first') return 0
  if (turn === 'last') return Math.max(0, total - 1)
  return within(turn === 'next' ? page + 1 : page - 1, total)
}

/** A page that is there: addresses and slips of the hand may name others. */
export const within = (page: number, total: number) => Math.min(Math.max(0, page), Math.max(0, total - 1))

/** The index of the page that the address names; people count from one. */
export const indexOf = (page: number | undefined, total: number) => within((page ?? 1) - 1, total)

/** What a key does. The arrows point to where the page lies, so they change places in manga. */
export function turnOfKey(key: string, direction: Direction): Turn | null {
  switch (key) {
    case 'ArrowRight':
      return direction === 'ltr' ? 'next' : 'previous'
    case 'ArrowLeft':
      return direction === 'ltr' ? 'previous' : 'next'
    case 'PageDown':
    case ' ':
      return 'next'
    case 'PageUp':
      return 'previous'
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return null
  }
}

/** A click on the right half goes on, in manga back. */
export function turnOfClick(x: number, width: number, direction: Direction): Turn {
  const isRight = x >= width / 2
  return isRight === (direction === 'ltr') ? 'next' : 'previous'
}

/** A swipe drags the page away: to the left goes on, in manga back. A slanted or short one is none. */
export function turnOfSwipe(dx: number, dy: number, direction: Direction): Turn | null {
  if (Math.abs(dx) < SWIPE || Math.abs(dx) < 2 * Math.abs(dy)) return null
  return dx < 0 === (direction === 'ltr') ? 'next' : 'previous'
}

/** Pages to have at hand: the next one first, then the one before. */
export const neighbours = (page: number, total: number) =>
  [page + 1, page - 1].filter((near) => near >= 0 && near < total)

/** Small screens are sent smaller pictures; others the page as it is. */
export function pictureWidth(screen: number, density: number): number | undefined {
  const pixels = Math.ceil(screen * density)
  return pixels <= 1280 ? pixels : undefined
}
