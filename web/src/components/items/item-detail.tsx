import type { ReactNode } from 'react'
import { KINDS, type ItemKind } from '@/api/kinds'
import { Skeleton } from '@/components/ui/feedback'
import { cn } from '@/lib/cn'
import { SHAPES } from './shapes'

const FRAME = 'grid gap-x-10 gap-y-6'

const lookOf = (kind: ItemKind) => SHAPES[KINDS[kind].shape]

interface ItemDetailProps {
  kind: ItemKind
  /** The picture, and what can be done about it. */
  picture: ReactNode
  /** Beside the picture. */
  children: ReactNode
  /** Below both. */
  below?: ReactNode
}

/** The page of an item: its picture, what is said about it beside, what it consists of below. */
export const ItemDetail = ({ kind, picture, children, below }: ItemDetailProps) => (
  <article className="mx-auto max-w-5xl pt-6 sm:pt-10">
    <div className={cn(FRAME, lookOf(kind).page)}>
      <div className={cn('max-sm:mx-auto', lookOf(kind).phone)}>{picture}</div>
      <div className="min-w-0">{children}</div>
    </div>
    {below}
  </article>
)

interface ItemHeadingProps {
  title: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

export const ItemHeading = ({ title, actions, children }: ItemHeadingProps) => (
  <header className="max-sm:text-center">
    {actions && <div className="mb-2 flex gap-1 max-sm:justify-center sm:float-right sm:ml-4">{actions}</div>}
    <h1
      dir="auto"
      className="font-serif text-3xl leading-tight font-semibold tracking-tight text-balance wrap-anywhere"
    >
      {title}
    </h1>
    {children}
  </header>
)

export const ItemDetailSkeleton = ({ kind }: { kind: ItemKind }) => (
  <div className={cn('mx-auto max-w-5xl pt-6 sm:pt-10', FRAME, lookOf(kind).page)}>
    <Skeleton className={cn('rounded-md max-sm:mx-auto', lookOf(kind).frame, lookOf(kind).phone)} />
    <div className="grid content-start gap-3">
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="h-5 w-1/3" />
      <Skeleton className="mt-4 h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  </div>
)
