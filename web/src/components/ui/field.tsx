import { useId, type ComponentProps, type ReactNode } from 'react'
import { cn } from '@/lib/cn'

const BOX =
  'w-full rounded-lg border border-edge bg-surface px-3 text-sm text-ink transition-colors placeholder:text-soft hover:border-ink/60 disabled:opacity-60 aria-[invalid=true]:border-danger'

/** The box alone, where its name stands elsewhere. */
export const Input = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input className={cn(BOX, 'h-9 min-w-0', className)} {...rest} />
)

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string
  /** Stands at the end of the label's line. */
  aside?: ReactNode
}

function FieldFrame({
  id,
  label,
  hint,
  error,
  aside,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside}
      </div>
      {children}
      {hint && !error && (
        <p id={`${id}-note`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-note`} role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

const noteOf = (id: string, { hint, error }: FieldProps) => (hint || error ? `${id}-note` : undefined)

export function TextField({
  label,
  hint,
  error,
  aside,
  className,
  ...rest
}: FieldProps & ComponentProps<'input'>) {
  const id = useId()
  const field = { label, hint, error, aside }
  return (
    <FieldFrame id={id} {...field}>
      <input
        id={id}
        aria-invalid={!!error}
        aria-describedby={noteOf(id, field)}
        className={cn(BOX, 'h-10', className)}
        {...rest}
      />
    </FieldFrame>
  )
}

export function TextArea({
  label,
  hint,
  error,
  aside,
  className,
  ...rest
}: FieldProps & ComponentProps<'textarea'>) {
  const id = useId()
  const field = { label, hint, error, aside }
  return (
    <FieldFrame id={id} {...field}>
      <textarea
        id={id}
        aria-invalid={!!error}
        aria-describedby={noteOf(id, field)}
        className={cn(BOX, 'min-h-24 py-2 font-mono', className)}
        {...rest}
      />
    </FieldFrame>
  )
}

/** Several boxes under one name. */
export const FieldGroup = ({ label, hint, error, aside, children }: FieldProps & { children: ReactNode }) => {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className="grid gap-1.5">
      <div className="flex items-center gap-1.5">
        <span id={id} className="text-sm font-medium">
          {label}
        </span>
        {aside}
      </div>
      {children}
      {hint && !error && <p className="text-xs text-soft">{hint}</p>}
      {error && (
        <p role="alert" className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
