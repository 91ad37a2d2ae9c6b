import { useQuery } from '@tanstack/react-query'
import { evidenceQuery } from '@/api/evidence'
import type { Subject } from '@/api/subject'
import type { ShownFile } from '@/api/types'
import { fieldName } from '@/components/metadata/field-names'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { FieldPanel } from './field-panel'

interface EvidenceSheetProps {
  subject: Subject
  field: string
  files: ShownFile[]
  mayWrite: boolean
  onField: (field: string) => void
  onClose: () => void
}

/** The answer to "why does it say this?" for a field, and for every other of the same item or file. */
export function EvidenceSheet({ subject, field, files, mayWrite, onField, onClose }: EvidenceSheetProps) {
  const evidence = useQuery(evidenceQuery(subject))
  const fields = evidence.data?.fields ?? {}
  const asked = fields[field]
  return (
    <Sheet
      title={`Why does “${fieldName(field, subject.itemKind)}” say this?`}
      description={<bdi>{subject.name}</bdi>}
      onClose={onClose}
    >
      {evidence.isPending && <Skeleton className="h-40 w-full rounded-xl" />}
      {evidence.isError && <ErrorState error={evidence.error} onRetry={() => void evidence.refetch()} />}
      {evidence.data && (
        <div className="grid gap-4">
          <Select
            aria-label="Field"
            value={asked ? field : ''}
            options={[
              ...(asked ? [] : [{ value: '', text: 'Choose a field' }]),
              ...Object.keys(fields).map((name) => ({
                value: name,
                text: fieldName(name, subject.itemKind),
              })),
            ]}
            onChange={(next) => next && onField(next)}
          />
          {asked ? (
            <FieldPanel
              key={field}
              subject={subject}
              field={field}
              evidence={asked}
              files={files}
              mayWrite={mayWrite}
            />
          ) : (
            <p className="text-sm text-soft">There is no field “{field}” here.</p>
          )}
        </div>
      )}
    </Sheet>
  )
}
