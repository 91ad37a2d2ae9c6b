import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { listAddress, type ItemKind } from '@/api/kinds'
import type { TermType } from '@/api/names'
import { Badge } from '@/components/ui/badge'

export const LINK = 'underline decoration-line underline-offset-4 hover:decoration-current'

/** Names and values side by side. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-sm">{children}</dl>
)

interface FactProps {
  name: string
  mark?: ReactNode
  children: ReactNode
}

export const Fact = ({ name, mark, children }: FactProps) => (
  <>
    <dt className="text-soft">{name}</dt>
    <dd dir="auto" className="min-w-0">
      {children}
      {mark}
    </dd>
  </>
)

interface TermsProps {
  terms: string[]
  libraryId: number
  type: TermType
  /** What carries them. */
  kind: ItemKind
}

/** Each leads to the items that carry it too. */
export const Terms = ({ terms, libraryId, type, kind }: TermsProps) => (
  <span className="inline-flex flex-wrap gap-1 align-middle">
    {terms.map((term) => (
      <Link
        key={term}
        to="/libraries/$id"
        params={{ id: libraryId }}
        search={{ ...listAddress(kind), [type]: term }}
        className="max-w-full rounded-md hover:[&>span]:text-ink"
      >
        <Badge className="max-w-full whitespace-normal!">
          <span dir="auto" className="min-w-0 wrap-anywhere">
            {term}
          </span>
        </Badge>
      </Link>
    ))}
  </span>
)
