import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

const TONES = {
  plain: 'bg-sunken text-soft',
  accent: 'bg-wash text-accent',
  danger: 'bg-danger-wash text-danger',
  warn: 'bg-warn-wash text-warn',
}

interface BadgeProps {
  tone?: keyof typeof TONES
  children: ReactNode
  className?: string
}

export const Badge = ({ tone = 'plain', children, className }: BadgeProps) => (
  <span
    className={cn(
      'inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-xs leading-4 font-medium whitespace-nowrap',
      TONES[tone],
      className,
    )}
  >
    {children}
  </span>
)
