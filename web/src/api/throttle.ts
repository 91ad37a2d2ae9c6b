/** Runs `work` now, then at most once every `gap` milliseconds; what was asked meanwhile runs once at the end. */
export function throttle(gap: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false
  const run = () => {
    asked = false
    work()
    timer = setTimeout(() => {
      timer = undefined
      if (asked) run()
    }, gap)
  }
  return () => {
    if (timer === undefined) run()
    else asked = true
  }
}
