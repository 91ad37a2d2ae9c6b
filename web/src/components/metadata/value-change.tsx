import { ArrowDown } from 'lucide-react'
import type { ItemKind } from '@/api/kinds'
import { fieldName } from './field-names'
import { FieldValue } from './field-value'
import { SourceLetter } from './source-letter'

interface ValueChangeProps {
  /** What kind of item it is about. */
  of: ItemKind
  field: string
  before: unknown
  after: unknown
  sourceBefore?: string | null
  sourceAfter?: string | null
}

/** One field before and after, each with who says so. */
export const ValueChange = ({ of, field, before, after, sourceBefore, sourceAfter }: ValueChangeProps) => (
  <div className="grid gap-x-4 gap-y-1 py-3 text-sm sm:grid-cols-[7.5rem_1fr]">
    <p className="font-medium">{fieldName(field, of)}</p>
    <div className="grid min-w-0 gap-1">
      <Side name="Before" field={field} value={before} source={sourceBefore} className="text-soft" />
      <ArrowDown aria-hidden="true" className="size-3.5 text-soft" />
      <Side name="After" field={field} value={after} source={sourceAfter} />
    </div>
  </div>
)

interface SideProps {
  name: string
  field: string
  value: unknown
  source?: string | null
  className?: string
}

const Side = ({ name, field, value, source, className }: SideProps) => (
  <div className="flex min-w-0 items-start gap-2">
    <span className="sr-only">{name}: </span>
    <FieldValue field={field} value={value} className={className} />
    {source && <SourceLetter source={source} className="mt-0.5" />}
  </div>
)
