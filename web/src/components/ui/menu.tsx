import { DropdownMenu } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn'

interface MenuProps {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  label?: string
}

export function Menu({ trigger, children, align = 'start', label }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          aria-label={label}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-[min(26rem,var(--radix-dropdown-menu-content-available-height))] min-w-48 animate-enter overflow-y-auto rounded-xl bg-raised p-1.5 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const ITEM =
  'flex w-full cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none select-none data-[disabled]:pointer-events-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunken [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-soft'

export const MenuItem = ({ className, ...rest }: ComponentProps<typeof DropdownMenu.Item>) => (
  <DropdownMenu.Item className={cn(ITEM, className)} {...rest} />
)

export const MenuSeparator = () => <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="px-2.5 pt-1 pb-1.5 text-xs text-soft">{children}</DropdownMenu.Label>
)

interface MenuChoiceProps {
  value: string
  onChange: (value: string) => void
  children: ReactNode
}

export const MenuChoice = ({ value, onChange, children }: MenuChoiceProps) => (
  <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
    {children}
  </DropdownMenu.RadioGroup>
)

export const MenuOption = ({ className, ...rest }: ComponentProps<typeof DropdownMenu.RadioItem>) => (
  <DropdownMenu.RadioItem
    className={cn(ITEM, 'data-[state=checked]:bg-wash data-[state=checked]:text-accent', className)}
    {...rest}
  />
)
