import { Input } from '@/components/ui/field'
import { BLANK_CHAPTER, isStartWrong, isTitleWrong, type ChapterEntry } from './chapter-entries'
import { EntryList } from './entry-list'

interface ChaptersFieldProps {
  value: ChapterEntry[]
  endMs: number
  /** Whether what is wrong is marked. */
  marks: boolean
  onChange: (value: ChapterEntry[]) => void
}

/** Chapters of what is heard. Their order is that of their times, so nothing is moved by hand. */
export const ChaptersField = ({ value, endMs, marks, onChange }: ChaptersFieldProps) => (
  <EntryList noun="chapter" entries={value} blank={BLANK_CHAPTER} order="kept" onChange={onChange}>
    {(chapter, index, change) => (
      <>
        <Input
          aria-label={`Start of chapter ${index + 1}`}
          aria-invalid={marks && isStartWrong(chapter, endMs)}
          placeholder="0:00:00"
          value={chapter.start}
          className="!w-24 tabular-nums"
          style={{ marginInlineStart: `${chapter.level}rem` }}
          onChange={(event) => change({ ...chapter, start: event.target.value })}
        />
        <Input
          aria-label={`Title of chapter ${index + 1}`}
          aria-invalid={marks && isTitleWrong(chapter)}
          placeholder="Title"
          value={chapter.title}
          dir="auto"
          className="grow basis-40"
          onChange={(event) => change({ ...chapter, title: event.target.value })}
        />
      </>
    )}
  </EntryList>
)
