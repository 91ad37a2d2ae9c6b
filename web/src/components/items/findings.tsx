import type { ShownFile } from '@/api/types'
import { Note } from '@/components/ui/feedback'

/** What is wrong with a file, and what is odd about it. */
export const Findings = ({ file }: { file: Pick<ShownFile, 'error' | 'warnings'> }) => (
  <div className="mt-3 grid gap-2 empty:hidden">
    {file.error && (
      <Note tone="danger">
        {file.error.message} <Code>{file.error.code}</Code>
      </Note>
    )}
    {file.warnings.map((warning, index) => (
      <Note key={index} tone="warn">
        {warning.message} <Code>{warning.code}</Code>
      </Note>
    ))}
  </div>
)

const Code = ({ children }: { children: string }) => <span className="font-mono text-xs">({children})</span>
