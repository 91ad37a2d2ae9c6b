import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { childrenQuery, type Listed, type Whole } from '@/api/items'
import { HELD_BY, KINDS, type ChildOf, type ContainerKind } from '@/api/kinds'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { capital, count } from '@/lib/format'

/** All that lies in an item; read anew when what is listed of its library changes. */
export const useChildren = <K extends ContainerKind>(kind: K, item: Whole<K>) =>
  useQuery(childrenQuery(kind, item.id, item.library_id))

interface ChildrenProps<K extends ContainerKind> {
  kind: K
  item: Whole<K>
  children: (items: Listed<ChildOf<K>>[]) => ReactNode
}

/** What lies in an item, below what is said about it. */
export function Children<K extends ContainerKind>({ kind, item, children }: ChildrenProps<K>) {
  const held = useChildren(kind, item)
  const name = KINDS[HELD_BY[kind]].path
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-base font-semibold">
        {capital(name)}
        {held.data && held.data.length > 0 && (
          <span className="ml-2 font-normal text-soft">{count(held.data.length)}</span>
        )}
      </h2>
      {held.isPending && <Skeleton className="h-48 w-full rounded-xl" />}
      {held.isError && <ErrorState error={held.error} onRetry={() => void held.refetch()} />}
      {held.data?.length === 0 && (
        <p className="text-sm text-soft">
          This {kind} has no {name}.
        </p>
      )}
      {held.data && held.data.length > 0 && children(held.data)}
    </section>
  )
}
