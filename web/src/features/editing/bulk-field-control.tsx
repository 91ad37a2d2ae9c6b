import type { ItemKind } from '@/api/kinds'
import { fieldName } from '@/components/metadata/field-names'
import { Select } from '@/components/ui/select'
import { modesOf, type BulkField, type BulkMode } from './bulk-values'
import { FieldControl } from './field-control'
import type { EditField } from './form-values'
import { LockToggle } from './lock-toggle'

interface BulkFieldControlProps {
  field: EditField
  of: ItemKind
  value: BulkField
  error: string | undefined
  onChange: (value: BulkField) => void
}

/** What is to happen with one field of many items. */
export function BulkFieldControl({ field, of, value, error, onChange }: BulkFieldControlProps) {
  const label = fieldName(field.name, of)
  const asks = value.mode !== 'keep' && value.mode !== 'clear'
  const blank = field.type === 'paragraphs' ? '' : []
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="w-28 text-sm font-medium">{label}</span>
        <Select
          aria-label={`What to do with ${label}`}
          value={value.mode}
          options={modesOf(field)}
          onChange={(mode) =>
            onChange({ ...value, mode: mode as BulkMode, value: asks ? value.value : blank })
          }
        />
        <LockToggle
          label={label}
          locked={value.lock}
          onTurn={() => onChange({ ...value, lock: !value.lock })}
        />
      </div>
      {asks && (
        <FieldControl
          field={field}
          of={of}
          value={value.value}
          error={error}
          onChange={(next) => onChange({ ...value, value: next })}
        />
      )}
      {!asks && error && (
        <p role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
