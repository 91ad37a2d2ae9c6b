import { cn } from '@/lib/cn'

interface ProgressBarProps {
  label: string
  /** Whole per cent; null while nobody knows how much there is. */
  value: number | null
  className?: string
}

export function ProgressBar({ label, value, className }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value ?? undefined}
      className={cn('h-1.5 overflow-hidden rounded-full bg-sunken', className)}
    >
      {value === null ? (
        <div className="h-full w-2/7 animate-glide rounded-full bg-accent" />
      ) : (
        <div
          className="h-full origin-left rounded-full bg-accent transition-transform duration-300"
          style={{ transform: `scaleX(${value / 100})` }}
        />
      )}
    </div>
  )
}
