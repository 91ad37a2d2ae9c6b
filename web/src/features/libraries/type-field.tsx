import type { LibraryType } from '@/api/types'
import { LIBRARY_TYPES } from './library-types'

interface TypeFieldProps {
  value: LibraryType
  onChange: (type: LibraryType) => void
}

export const TypeField = ({ value, onChange }: TypeFieldProps) => (
  <fieldset>
    <legend className="mb-1.5 text-sm font-medium">Type</legend>
    <div className="grid grid-cols-2 gap-2">
      {LIBRARY_TYPES.map(({ value: type, text, holds, icon: Icon }) => (
        <label
          key={type}
          className="flex cursor-pointer items-start gap-2.5 rounded-xl border border-edge/60 px-3 py-2.5 hover:bg-sunken has-checked:border-accent has-checked:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="type"
            value={type}
            checked={value === type}
            onChange={() => onChange(type)}
            className="sr-only"
          />
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
          <span className="min-w-0">
            <span className="block text-sm font-medium">{text}</span>
            <span className="block text-xs text-soft">{holds}</span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)
