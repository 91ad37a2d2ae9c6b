import { Ellipsis } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from './button'
import { Spinner } from './spinner'

/** The "..." that opens a menu; it turns while what the menu started goes on. */
export const MoreButton = ({
  busy = false,
  ...rest
}: ComponentProps<typeof IconButton> & { busy?: boolean }) => (
  <IconButton data-busy={busy || undefined} {...rest}>
    {busy ? <Spinner /> : <Ellipsis aria-hidden="true" />}
  </IconButton>
)
