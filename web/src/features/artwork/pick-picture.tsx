import { Upload } from 'lucide-react'
import { useRef, type ComponentProps } from 'react'
import { Button } from '@/components/ui/button'

interface PickPictureProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** Of the input behind the button. */
  label: string
  onPick: (picture: File) => void
}

/** A picture from this device, picked in the system's own dialog. */
export function PickPicture({ label, onPick, busy = false, children, ...rest }: PickPictureProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={label}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const picture = event.target.files?.[0]
          if (picture) onPick(picture)
          // So that the same one can be picked again.
          event.target.value = ''
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()} {...rest}>
        {!busy && <Upload aria-hidden="true" />} {children}
      </Button>
    </>
  )
}
