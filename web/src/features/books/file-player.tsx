import { Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { inlineAt } from '@/api/downloads'
import { fileName } from '@/api/subject'
import type { BookFile } from '@/api/types'
import { Chapters } from '@/components/items/chapters'
import { Note } from '@/components/ui/feedback'
import { cn } from '@/lib/cn'
import { capital } from '@/lib/format'
import { startAt, startsOf } from './chapter-times'
import type { Playback } from './use-playback'

interface FilePlayerProps {
  file: BookFile
  playback?: Playback
}

/** The browser's own player over an audio file, and its chapters as places to go to. */
export function FilePlayer({ file, playback }: FilePlayerProps) {
  const audio = useRef<HTMLAudioElement>(null)
  const [current, setCurrent] = useState<number | null>(null)
  const [broken, setBroken] = useState(false)
  const starts = startsOf(file.chapters)

  const follow = () => {
    // A moment that was asked for is often reached a little early.
    if (audio.current) setCurrent(startAt(starts, audio.current.currentTime * 1000 + 50))
  }
  const playFrom = (startMs: number) => {
    if (!audio.current) return
    goTo(audio.current, startMs / 1000)
    // Told to stop before it began is no failure.
    audio.current.play().catch((error: Error) => setBroken(error.name === 'NotSupportedError'))
  }
  const { part, isPlaying, isStill, isTurn } = playback ?? {}
  useEffect(() => {
    if (isStill) audio.current?.pause()
  }, [isStill])
  useEffect(() => {
    if (isTurn) playFrom(0)
  }, [isTurn])
  return (
    <div className="mt-3">
      {part && (
        <p
          className={cn('mb-1.5 flex items-center gap-1.5 text-xs', isPlaying ? 'text-accent' : 'text-soft')}
        >
          {isPlaying && <Volume2 aria-hidden="true" className="size-4" />}
          {isPlaying ? `Playing ${part}` : capital(part)}
        </p>
      )}
      <audio
        ref={audio}
        controls
        preload="none"
        src={inlineAt(file)}
        aria-label={`Listen to ${file.name ?? fileName(file.filepath)}`}
        onTimeUpdate={follow}
        onPlay={playback?.started}
        onPause={playback?.paused}
        onEnded={playback?.ended}
        onPlaying={() => setBroken(false)}
        onError={() => setBroken(true)}
        className="h-11 w-full"
      />
      {broken && (
        <Note tone="danger" className="mt-2">
          This file cannot be played here. Download it and play it with a player of your own.
        </Note>
      )}
      {file.chapters.length > 0 && <Chapters chapters={file.chapters} current={current} onSeek={playFrom} />}
    </div>
  )
}

/** Nothing is loaded before the first play, and a place can only be gone to in what is known. */
function goTo(audio: HTMLAudioElement, seconds: number) {
  if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) audio.currentTime = seconds
  else audio.addEventListener('loadedmetadata', () => (audio.currentTime = seconds), { once: true })
}
