import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { reason } from '@/api/client'
import { cn } from '@/lib/cn'
import { Button } from './button'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center">
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-sunken text-soft">
        <Icon aria-hidden="true" className="size-6" />
      </span>
      <h2 className="text-base font-semibold">{title}</h2>
      {children && <div className="mt-1.5 text-sm text-pretty text-soft">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <EmptyState
      icon={CircleAlert}
      title="This could not be loaded"
      action={onRetry && <Button onClick={onRetry}>Try again</Button>}
    >
      {reason(error)}
    </EmptyState>
  )
}

export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden="true" className={cn('animate-pulse rounded-md bg-sunken', className)} />
)

const TONES = {
  danger: 'bg-danger-wash text-danger',
  warn: 'bg-warn-wash text-warn',
  info: 'bg-wash text-accent',
}

interface NoteProps {
  tone: keyof typeof TONES
  children: ReactNode
  className?: string
}

export const Note = ({ tone, children, className }: NoteProps) => (
  <div
    role={tone === 'danger' ? 'alert' : undefined}
    className={cn('flex items-start gap-2 rounded-lg px-3 py-2.5 text-sm', TONES[tone], className)}
  >
    <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
    <div className="min-w-0">{children}</div>
  </div>
)
