import { X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Input } from '@/components/ui/field'

interface NamesFieldProps {
  label: string
  value: string[]
  onChange: (value: string[]) => void
}

/** Names as chips. Enter or a comma adds one, Backspace in the empty box takes the last one back. */
export function NamesField({ label, value, onChange }: NamesFieldProps) {
  const [typed, setTyped] = useState('')

  const add = (text: string) => {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    setTyped('')
    if (names.length > 0) onChange([...new Set([...value, ...names])])
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add(typed)
    }
    if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1))
  }

  return (
    <div className="grid gap-2">
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((name) => (
            <li
              key={name}
              className="flex max-w-full items-center gap-1 rounded-lg bg-sunken py-1 pr-1 pl-2.5 text-sm"
            >
              <span dir="auto" className="min-w-0 truncate">
                {name}
              </span>
              <button
                type="button"
                aria-label={`Remove ${name}`}
                onClick={() => onChange(value.filter((other) => other !== name))}
                className="grid size-6 shrink-0 place-items-center rounded text-soft hover:text-ink"
              >
                <X aria-hidden="true" className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Input
        aria-label={`Add to ${label}`}
        placeholder="Type a name, then Enter"
        value={typed}
        dir="auto"
        onKeyDown={onKey}
        onBlur={() => add(typed)}
        onChange={(event) =>
          event.target.value.endsWith(',') ? add(event.target.value) : setTyped(event.target.value)
        }
      />
    </div>
  )
}
