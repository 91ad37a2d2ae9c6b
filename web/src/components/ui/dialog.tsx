import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { IconButton } from './button'

const WIDTHS = { normal: 'max-w-lg', wide: 'max-w-2xl', page: 'max-w-5xl' }

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  /** Stands before the title. */
  sign?: ReactNode
  width?: keyof typeof WIDTHS
  children: ReactNode
}

export function Dialog({ open, onClose, title, description, sign, width = 'normal', children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={description ? undefined : ''}
          className={cn(
            'fixed inset-x-3 top-[max(1rem,8dvh)] z-40 mx-auto max-h-[84dvh] animate-enter overflow-y-auto rounded-2xl bg-raised p-5 shadow-float sm:p-6',
            WIDTHS[width],
          )}
        >
          <div className="mb-4 pr-10">
            <div className="flex items-center gap-2">
              {sign}
              <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
            </div>
            {description && (
              <Radix.Description className="mt-1 text-sm text-soft">{description}</Radix.Description>
            )}
          </div>
          {children}
          {/* Last, so that the first field has the focus when the dialog opens. */}
          <Radix.Close asChild>
            <IconButton aria-label="Close" className="absolute top-4 right-4">
              <X />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Stays in sight at the end of a long dialog. */
export const DialogFooter = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-5 z-10 -mx-5 mt-2 -mb-5 bg-raised px-5 pt-4 pb-5 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6 sm:pb-6">
    {children}
  </div>
)

export const ActionRow = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap justify-end gap-2">{children}</div>
)

export const DialogActions = ({ children }: { children: ReactNode }) => (
  <DialogFooter>
    <ActionRow>{children}</ActionRow>
  </DialogFooter>
)
