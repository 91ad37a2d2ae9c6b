import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { routeOf, type ItemKind } from '@/api/kinds'
import { Tooltip } from '@/components/ui/tooltip'
import { cn } from '@/lib/cn'
import { fieldName } from './field-names'
import { LETTER } from './source-letter'
import { sourceLetter, sourceText } from './source-text'

/** What marked fields belong to. */
export interface Marked {
  kind: ItemKind
  itemId: number
  fileId?: number
  /** Path of the one file it can have been read from. */
  path?: string
  sources: Record<string, string>
  locks: string[]
}

/** Says who a value comes from: a letter, the whole sentence on hover or focus, all evidence on click. */
export function SourceMark({ of, field }: { of: Marked; field: string }) {
  const source = of.sources[field]
  if (!source) return null
  const locked = of.locks.includes(field)
  const text = `${sourceText(source, of.path)}${locked ? ', locked' : ''}`
  return (
    <Tooltip text={text} side="top">
      <Link
        to={routeOf(of.kind)}
        params={{ id: of.itemId }}
        search={{ evidence: field, file: of.fileId }}
        resetScroll={false}
        preload={false}
        aria-label={`${fieldName(field, of.kind)}: ${text}`}
        className={cn(
          LETTER,
          'relative ms-1.5 after:absolute after:-inset-1 hover:bg-wash hover:text-accent',
          locked && '!w-auto grid-flow-col gap-0.5 px-1',
        )}
      >
        {sourceLetter(source)}
        {locked && <Lock aria-hidden="true" className="size-2.5" />}
      </Link>
    </Tooltip>
  )
}
