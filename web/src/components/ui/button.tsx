import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { Spinner } from './spinner'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent/90',
  quiet: 'bg-surface text-ink border border-edge/60 hover:bg-sunken',
  plain: 'text-ink hover:bg-sunken',
  danger: 'bg-danger text-on-danger hover:bg-danger/90',
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS
  busy?: boolean
}

export function Button({
  look = 'quiet',
  busy = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      disabled={disabled || busy}
      className={cn(
        'inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-lg px-3.5 text-sm font-medium whitespace-nowrap transition-colors disabled:opacity-55 [&>svg]:size-4',
        LOOKS[look],
        className,
      )}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}

/** A button that is only an icon; its name is read out and, with a tooltip around it, shown. */
export function IconButton({ className, ...rest }: ComponentProps<'button'> & { 'aria-label': string }) {
  return (
    <button
      type="button"
      className={cn(
        'inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-55 aria-pressed:bg-sunken aria-pressed:text-ink data-[state=open]:bg-sunken [&>svg]:size-[1.15rem]',
        className,
      )}
      {...rest}
    />
  )
}
