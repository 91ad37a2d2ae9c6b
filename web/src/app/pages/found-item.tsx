import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { ApiError } from '@/api/client'
import { itemQuery, type Whole } from '@/api/items'
import type { ItemKind } from '@/api/kinds'
import { ItemDetailSkeleton } from '@/components/items/item-detail'
import { EmptyState, ErrorState } from '@/components/ui/feedback'

interface FoundItemProps<K extends ItemKind> {
  kind: K
  id: number
  /** Stands there until it is found, in the frame of what comes. */
  waiting?: ReactNode
  children: (item: Whole<K>) => ReactNode
}

/** Looks an item up for one of its pages, and says so where there is none. */
export function FoundItem<K extends ItemKind>({ kind, id, waiting, children }: FoundItemProps<K>) {
  const found = useQuery(itemQuery(kind, id))
  if (found.isPending) return waiting ?? <ItemDetailSkeleton kind={kind} />
  if (!found.isError) return children(found.data)
  if (!(found.error instanceof ApiError) || found.error.status !== 404) {
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  }
  return (
    <EmptyState icon={SearchX} title={`This ${kind} does not exist`}>
      It was deleted, or its files are gone from disk.
    </EmptyState>
  )
}
