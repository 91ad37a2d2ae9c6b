const PETAL = 'M16 13.2C11.3 9.6 11.6 4.4 16 1c4.4 3.4 4.7 8.6 0 12.2Z'
const STUDS =
  'm16 13.9 2.1 2.1-2.1 2.1-2.1-2.1ZM7.2 5l2.2 2.2L7.2 9.4 5 7.2ZM24.8 5 27 7.2l-2.2 2.2-2.2-2.2ZM7.2 22.6l2.2 2.2L7.2 27 5 24.8ZM24.8 22.6l2.2 2.2-2.2 2.2-2.2-2.2Z'

/** The house's mark: a printer's flower, as set at the end of a book. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} fill="currentColor" aria-hidden="true">
      {[0, 90, 180, 270].map((turn) => (
        <path key={turn} d={PETAL} transform={`rotate(${turn} 16 16)`} />
      ))}
      <path d={STUDS} />
    </svg>
  )
}

export function Wordmark() {
  return (
    <span className="flex items-center gap-2.5">
      <Mark className="size-6 text-accent" />
      <span className="font-serif text-[1.2rem] leading-none font-semibold tracking-tight">Colophon</span>
    </span>
  )
}
