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

/** A file beside media: what becomes of it, and why. */
export const FileRow = ({ path, content, outcome: [text, tone], reason, folders }: FileRowProps) => (
  <li className="flex items-start gap-3 py-1.5 text-sm">
    <span className="w-18 shrink-0">
      <Badge tone={tone}>{text}</Badge>
    </span>
    <div className="min-w-0 grow">
      <p className="font-mono text-xs leading-5 break-all" title={path}>
        <bdi>{pathInside(path, folders)}</bdi>
      </p>
      {reason && <p className="text-xs text-soft">{reason}</p>}
    </div>
    <span className="shrink-0 text-xs leading-5 text-soft">{contentName(content)}</span>
  </li>
)
