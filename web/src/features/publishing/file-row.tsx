import { Badge } from '@/components/ui/badge'
import { contentName, pathInside, type Tone } from './publish-text'

interface FileRowProps {
  path: string
  content: string
  outcome: [text: string, tone: Tone]
  reason: string | null
  /** The library's folders. */
  folders: string[]
}

/** A file beside media: what becomes of it, and why. Paths run from left to right in every script. */
export function FileRow({ path, content, outcome: [text, tone], reason, folders }: FileRowProps) {
  const names = pathInside(path, folders).split('/')
  return (
    <li className="flex items-start gap-3 py-1.5 text-sm">
      <span className="w-18 shrink-0">
        <Badge tone={tone}>{text}</Badge>
      </span>
      <div className="min-w-0 grow">
        <p dir="ltr" title={path} className="font-mono text-xs leading-5 wrap-anywhere">
          {names.map((name, place) => (
            // Each by itself: names from right to left would else change places with their neighbours.
            <span key={place} className={place < names.length - 1 ? 'text-soft' : undefined}>
              <bdi dir="ltr">{name}</bdi>
              {place < names.length - 1 && '/'}
              <wbr />
            </span>
          ))}
        </p>
        {reason && <p className="text-xs text-soft">{reason}</p>}
      </div>
      <span className="shrink-0 text-xs leading-5 text-soft">{contentName(content)}</span>
    </li>
  )
}
