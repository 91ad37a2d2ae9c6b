import type { ShownFile } from '@/api/types'
import { Note } from '@/components/ui/feedback'

interface FindingsProps {
  /** A file, or an item with what is odd beside its files. */
  of: Pick<ShownFile, 'warnings'> & Partial<Pick<ShownFile, 'error'>>
}

/** What is wrong with a file or an item, and what is odd about it. */
export const Findings = ({ of: { error, warnings } }: FindingsProps) => (
  <div className="mt-3 grid gap-2 empty:hidden">
    {error && (
      <Note tone="danger">
        {error.message} <Code>{error.code}</Code>
      </Note>
    )}
    {warnings.map((warning, index) => (
      <Note key={index} tone="warn">
        {warning.message} <Code>{warning.code}</Code>
      </Note>
    ))}
  </div>
)

const Code = ({ children }: { children: string }) => <span className="font-mono text-xs">({children})</span>
