import { useLayoutEffect, useState } from 'react'

export interface ElementBox {
  width: number
  /** Distance from the top of the page, for lists that scroll with it. */
  top: number
}

/** Width and place of an element, kept current. */
export function useElementBox(element: HTMLElement | null): ElementBox {
  const [box, setBox] = useState<ElementBox>({ width: 0, top: 0 })
  useLayoutEffect(() => {
    if (!element) return
    const measure = () => {
      const rect = element.getBoundingClientRect()
      const next = { width: Math.floor(rect.width), top: Math.round(rect.top + window.scrollY) }
      setBox((last) => (last.width === next.width && last.top === next.top ? last : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return box
}
