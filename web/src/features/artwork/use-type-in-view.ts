import { useEffect, useState } from 'react'

/** The topmost part of the page that is in the upper half of the window. */
export function useTypeInView(types: string[]): string | undefined {
  const [inView, setInView] = useState(types[0])
  const key = types.join()
  useEffect(() => {
    const all = key.split(',')
    const seen = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id)
          else seen.delete(target.id)
        }
        const first = all.find((type) => seen.has(type))
        if (first) setInView(first)
      },
      // What lies behind the bars at the top counts as gone.
      { rootMargin: '-140px 0px -50% 0px' },
    )
    for (const type of all) {
      const part = document.getElementById(type)
      if (part) observer.observe(part)
    }
    return () => observer.disconnect()
  }, [key])
  return inView
}
