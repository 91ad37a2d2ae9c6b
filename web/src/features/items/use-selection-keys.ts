import { useEffect } from 'react'
import type { Selection } from './use-selection'

/** Ctrl-A selects, Esc lets go: unless something is typed or a dialog or a menu stands above the list. */
export function useSelectionKeys({ items, all, clear }: Selection) {
  const any = items.length > 0
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTaken(event.target)) return
      if (event.key === 'Escape' && any) clear()
      if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        void all()
      }
    }
    // Seen before the layers above close themselves on the same key.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [any, all, clear])
}

const LAYERS = '[role="dialog"], [role="menu"], [role="listbox"]'

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector(LAYERS)) return true
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
