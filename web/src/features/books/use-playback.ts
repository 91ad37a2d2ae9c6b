import { useState } from 'react'
import type { BookFile } from '@/api/types'
import { partText } from '@/components/items/parts'
import { partAfter } from './book-parts'

/** What one file's player tells the others of its book, and what they tell it. */
export interface Playback {
  /** `part 2 of 12`, of a file that is one. */
  part: string | null
  isPlaying: boolean
  /** Another one plays, so this one is to be still. */
  isStill: boolean
  /** The one before it has ended. */
  isTurn: boolean
  started: () => void
  paused: () => void
  ended: () => void
}

/** Lets one file of a book play at a time, and the next part go on when one ends. */
export function usePlayback(files: BookFile[]) {
  const [playing, setPlaying] = useState<number | null>(null)
  const [turn, setTurn] = useState<number | null>(null)
  return {
    playing: files.find(({ id }) => id === playing),
    of: (file: BookFile): Playback => ({
      part: partText(files, file),
      isPlaying: playing === file.id,
      isStill: playing !== null && playing !== file.id,
      isTurn: turn === file.id,
      started: () => {
        setPlaying(file.id)
        setTurn(null)
      },
      paused: () => setPlaying((last) => (last === file.id ? null : last)),
      ended: () => {
        setPlaying(null)
        setTurn(partAfter(files, file)?.id ?? null)
      },
    }),
  }
}
