import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { IconButton } from './button'

const WIDTHS = { normal: 'max-w-lg', wide: 'max-w-2xl' }

interface SheetProps {
  onClose: () => void
  title: string
  description?: ReactNode
  width?: keyof typeof WIDTHS
  children: ReactNode
}

/** A dialog at the side, for what is read beside the page; on a phone it is the page. */
export const Sheet = ({ onClose, title, description, width = 'normal', children }: SheetProps) => (
  <Radix.Root open onOpenChange={(next) => !next && onClose()}>
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
      <Radix.Content
        aria-describedby={description ? undefined : ''}
        className={cn(
          'fixed inset-y-0 right-0 z-40 w-full animate-slide overflow-y-auto bg-raised p-5 shadow-float sm:p-6',
          WIDTHS[width],
        )}
      >
        <div className="mb-5 pr-10">
          <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
          {description && (
            <Radix.Description className="mt-1 text-sm text-soft">{description}</Radix.Description>
          )}
        </div>
        {children}
        <Radix.Close asChild>
          <IconButton aria-label="Close" className="absolute top-4 right-4">
            <X />
          </IconButton>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
