import { cn } from '@/lib/cn'
import { FoldedText } from './folded-text'
import { valueText } from './value-text'

interface FieldValueProps {
  field: string
  value: unknown
  className?: string
}

/** A value of the field table as text; what says nothing is told so. */
export function FieldValue({ field, value, className }: FieldValueProps) {
  const text = valueText(field, value)
  return text ? (
    <FoldedText text={text} className={className} />
  ) : (
    <span className={cn('block text-soft italic', className)}>Empty</span>
  )
}
