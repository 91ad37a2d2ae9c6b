import { Fragment, type ReactNode } from 'react'
import { SourceMark, type Marked } from '@/components/metadata/source-mark'

interface ParticularsProps {
  of: Marked
  /** Each with the field that it is read from; what is nothing is left out. */
  values: [field: string, value: ReactNode][]
}

/** The first things one wants to know of an item, in one line. */
export const Particulars = ({ of, values }: ParticularsProps) => (
  <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm empty:hidden max-sm:justify-center">
    {values.map(([field, value]) => (
      <Fragment key={field}>
        {value !== null && value !== undefined && value !== '' && (
          <span>
            {value}
            <SourceMark of={of} field={field} />
          </span>
        )}
      </Fragment>
    ))}
  </p>
)
