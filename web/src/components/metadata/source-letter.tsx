import { cn } from '@/lib/cn'
import { sourceLetter, sourceText } from './source-text'

export const LETTER =
  'inline-grid size-4 shrink-0 place-items-center rounded-[0.25rem] bg-sunken align-middle font-sans text-[0.625rem] leading-none font-semibold tracking-normal not-italic text-soft'

/** The letter of a source where it cannot be asked, with its sentence on hover. */
export const SourceLetter = ({ source, className }: { source: string; className?: string }) => (
  <span
    role="img"
    title={sourceText(source)}
    aria-label={sourceText(source)}
    className={cn(LETTER, className)}
  >
    {sourceLetter(source)}
  </span>
)
