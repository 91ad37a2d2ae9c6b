import { KeyRound } from 'lucide-react'
import type { Provider } from '@/api/types'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** What is to become of the key: it is written and never read. */
export type KeyEdit = 'keep' | 'remove' | { text: string }

interface KeyFieldProps {
  provider: Provider
  edit: KeyEdit
  error: string | undefined
  onChange: (edit: KeyEdit) => void
}

/** Of a stored key is only told that it is there. */
export function KeyField({ provider, edit, error, onChange }: KeyFieldProps) {
  if (provider.has_key && typeof edit === 'string') {
    return <StoredKey title={provider.title} removed={edit === 'remove'} onChange={onChange} />
  }
  return (
    <TextField
      label="Key"
      type="password"
      autoComplete="off"
      spellCheck={false}
      maxLength={2000}
      autoFocus={provider.has_key}
      value={typeof edit === 'string' ? '' : edit.text}
      error={error}
      hint={
        provider.key === 'required'
          ? `${provider.title} answers nobody without one. The link below leads to where it gives them.`
          : 'It answers without one, and more with one.'
      }
      onChange={(event) => onChange(event.target.value ? { text: event.target.value } : 'keep')}
    />
  )
}

interface StoredKeyProps {
  title: string
  removed: boolean
  onChange: (edit: KeyEdit) => void
}

const StoredKey = ({ title, removed, onChange }: StoredKeyProps) => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-sunken/70 py-1 pr-1 pl-3 text-sm">
    <KeyRound aria-hidden="true" className="size-4 shrink-0 text-soft" />
    <span className="grow py-1.5">{removed ? 'The key is removed when you save' : 'A key is stored'}</span>
    <span className="flex">
      {removed ? (
        <Button
          look="plain"
          className="!h-8"
          aria-label={`Keep the key of ${title}`}
          onClick={() => onChange('keep')}
        >
          Keep it
        </Button>
      ) : (
        <>
          <Button
            look="plain"
            className="!h-8"
            aria-label={`Replace the key of ${title}`}
            onClick={() => onChange({ text: '' })}
          >
            Replace
          </Button>
          <Button
            look="plain"
            className="!h-8"
            aria-label={`Remove the key of ${title}`}
            onClick={() => onChange('remove')}
          >
            Remove
          </Button>
        </>
      )}
    </span>
  </div>
)
