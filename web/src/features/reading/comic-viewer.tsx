import { useEffect, useRef, useState, type PointerEvent as PointerAct, type ReactNode } from 'react'
import { pageAt } from '@/api/pages'
import type { PageList } from '@/api/types'
import { cn } from '@/lib/cn'
import {
  neighbours,
  pictureWidth,
  turned,
  turnOfClick,
  turnOfKey,
  turnOfSwipe,
  type Direction,
  type Turn,
} from './page-turns'
import { ViewerBar } from './viewer-bar'

export type Fit = 'height' | 'width'

interface ComicViewerProps {
  fileId: number
  list: PageList
  title: string
  /** Index of the page, from 0. */
  page: number
  fit: Fit
  onPage: (page: number) => void
  onFit: (fit: Fit) => void
  /** The way back to the book. */
  back: ReactNode
}

/** One page at a time over the whole window: arrows, clicks on the halves, swipes. */
export function ComicViewer({ fileId, list, title, page, fit, onPage, onFit, back }: ComicViewerProps) {
  const direction: Direction = list.reading_direction === 'rtl' ? 'rtl' : 'ltr'
  const width = pictureWidth(window.innerWidth, window.devicePixelRatio)
  const address = (index: number) => pageAt(fileId, index, list.version, width)
  const turn = (to: Turn) => onPage(turned(page, to, list.total))
  useKeys(direction, turn)
  usePreload(neighbours(page, list.total).map(address))
  return (
    <div className="fixed inset-0 z-40 flex flex-col bg-black text-white">
      <ViewerBar
        title={title}
        page={page}
        total={list.total}
        fit={fit}
        onPage={onPage}
        onFit={onFit}
        back={back}
      />
      <Sheet key={page} fit={fit} direction={direction} onTurn={turn}>
        <Page name={list.pages[page]?.name ?? ''} number={page + 1} address={address(page)} fit={fit} />
      </Sheet>
    </div>
  )
}

function useKeys(direction: Direction, onTurn: (turn: Turn) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof HTMLElement && event.target.closest('input, button, a') !== null
      const turn = turnOfKey(event.key, direction)
      if (turn === null || event.ctrlKey || event.altKey || event.metaKey) return
      if (isElsewhere && !event.key.startsWith('Arrow')) return
      event.preventDefault()
      onTurn(turn)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [direction, onTurn])
}

function usePreload(addresses: string[]) {
  const wanted = addresses.join(' ')
  useEffect(() => {
    for (const address of wanted.split(' ').filter(Boolean)) new Image().src = address
  }, [wanted])
}

interface SheetProps {
  fit: Fit
  direction: Direction
  onTurn: (turn: Turn) => void
  children: ReactNode
}

/** What is clicked and swiped; a new one for each page, so that it begins at its top. */
function Sheet({ fit, direction, onTurn, children }: SheetProps) {
  const down = useRef<{ x: number; y: number } | null>(null)
  const onUp = (event: PointerAct<HTMLDivElement>) => {
    if (down.current === null) return
    const [dx, dy] = [event.clientX - down.current.x, event.clientY - down.current.y]
    down.current = null
    const box = event.currentTarget.getBoundingClientRect()
    const isClick = Math.hypot(dx, dy) < 10
    const turn = isClick
      ? turnOfClick(event.clientX - box.left, box.width, direction)
      : turnOfSwipe(dx, dy, direction)
    if (turn) onTurn(turn)
  }
  return (
    <div
      data-testid="sheet"
      className={cn(
        'flex min-h-0 grow touch-pan-y justify-center select-none',
        fit === 'height' ? 'items-center overflow-hidden' : 'items-start overflow-y-auto',
      )}
      onPointerDown={(event) => {
        if (event.button === 0) down.current = { x: event.clientX, y: event.clientY }
      }}
      onPointerUp={onUp}
      onPointerCancel={() => (down.current = null)}
    >
      {children}
    </div>
  )
}

interface PageProps {
  name: string
  number: number
  address: string
  fit: Fit
}

function Page({ name, number, address, fit }: PageProps) {
  const [broken, setBroken] = useState(false)
  if (broken)
    return (
      <p className="p-8 text-center">
        Page {number} ({name}) cannot be shown.
      </p>
    )
  return (
    <img
      src={address}
      alt={`Page ${number}`}
      draggable={false}
      onError={() => setBroken(true)}
      className={fit === 'height' ? 'max-h-full max-w-full object-contain' : 'w-full max-w-5xl'}
    />
  )
}
