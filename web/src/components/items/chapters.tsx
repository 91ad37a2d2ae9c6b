import type { ShownFile } from '@/api/types'
import { clock, plural } from '@/lib/format'

interface ChaptersProps {
  chapters: ShownFile['chapters']
  /** Start of the chapter that is heard. */
  current?: number | null
  /** Goes to a place in what is played; without it the list is only read. */
  onSeek?: (startMs: number) => void
}

export const Chapters = ({ chapters, ...rest }: ChaptersProps) => (
  <details className="mt-3 text-sm">
    <summary className="w-fit rounded font-medium">{plural(chapters.length, 'chapter')}</summary>
    <ChapterTree chapters={chapters} {...rest} />
  </details>
)

/** The API's description ends after two levels; the tree does not. */
export interface Chapter {
  title: string
  start_ms: number | null
  page: number | null
  children: unknown[]
}

const ChapterTree = ({ chapters, ...rest }: Omit<ChaptersProps, 'chapters'> & { chapters: Chapter[] }) => (
  <ol className="mt-1.5 space-y-1 pl-4">
    {chapters.map((chapter, index) => (
      <li key={index} className="text-soft">
        <ChapterLine chapter={chapter} {...rest} />
        {chapter.children.length > 0 && <ChapterTree chapters={chapter.children as Chapter[]} {...rest} />}
      </li>
    ))}
  </ol>
)

function ChapterLine({ chapter, current, onSeek }: Omit<ChaptersProps, 'chapters'> & { chapter: Chapter }) {
  const { title, page, start_ms: start } = chapter
  const line = (
    <>
      <span dir="auto">{title}</span>
      {page !== null && <span className="ml-2 text-xs">p. {page + 1}</span>}
      {start !== null && <span className="ml-2 text-xs tabular-nums">{clock(start / 1000)}</span>}
    </>
  )
  if (start === null || !onSeek) return line
  return (
    <button
      type="button"
      aria-current={start === current || undefined}
      onClick={() => onSeek(start)}
      className="rounded py-0.5 text-left hover:text-ink hover:underline aria-[current=true]:font-medium aria-[current=true]:text-accent"
    >
      {line}
    </button>
  )
}
