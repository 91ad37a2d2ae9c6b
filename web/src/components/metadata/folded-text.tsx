import { useLayoutEffect, useRef, useState } from 'react'
import { cn } from '@/lib/cn'

/** Text that shows four lines, and all of it on request. */
export function FoldedText({ text, className }: { text: string; className?: string }) {
  const [open, setOpen] = useState(false)
  const [long, setLong] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element && !open) setLong(element.scrollHeight > element.clientHeight + 2)
  }, [text, open])
  return (
    <span className={cn('block min-w-0', className)}>
      <span ref={box} dir="auto" className={cn('block whitespace-pre-line', !open && 'line-clamp-4')}>
        {text}
      </span>
      {long && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="mt-0.5 rounded text-xs font-medium text-accent underline underline-offset-2"
        >
          {open ? 'Show less' : 'Show all'}
        </button>
      )}
    </span>
  )
}
