import type { ReactNode } from 'react'
import { Particulars } from '@/components/items/particulars'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'
import { Badge } from '@/components/ui/badge'
import { runtimeOf } from './runtime'

interface FilmHeadingProps {
  film: {
    title: string
    original_title: string | null
    runtime_min: number | null
    duration_s?: number | null
    certification: string | null
  }
  of: Marked
  /** What stands before its length, each with the field that says so. */
  first: [field: string, value: ReactNode][]
  /** What only films of its kind say. */
  more?: [field: string, value: ReactNode][]
}

/** What stands below the title of what is watched. */
export const FilmHeading = ({ film, of, first, more = [] }: FilmHeadingProps) => (
  <>
    {film.original_title && film.original_title !== film.title && (
      <p dir="auto" className="mt-1 font-serif text-lg wrap-anywhere text-soft">
        {film.original_title}
        <SourceMark of={of} field="original_title" />
      </p>
    )}
    <Particulars
      of={of}
      values={[
        ...first,
        ['runtime_min', runtimeOf(film)],
        ['certification', film.certification && <Badge>{film.certification}</Badge>],
        ...more,
      ]}
    />
  </>
)
