import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { ApiError } from '@/api/client'
import { filesOf, itemQuery, type Whole } from '@/api/items'
import type { ItemKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { itemSubject, type Subject } from '@/api/subject'
import { ItemDetailSkeleton } from '@/components/items/item-detail'
import { EmptyState, ErrorState } from '@/components/ui/feedback'
import { Fanart } from '@/features/covers/fanart'
import { useTitle } from '@/lib/use-title'
import type { ItemSearch } from '../item-routes'
import { CoverButton, ItemActions } from '../menus/item-actions'
import { ItemPanels } from './item-panels'
import { ItemTrail } from './item-trail'

/** What the page of a kind is given to show its item with. */
export interface ItemPageParts {
  libraryName: string | undefined
  /** What can be done with the item, and with its picture. */
  actions: ReactNode
  coverAction: ReactNode
}

interface ItemPageProps<K extends ItemKind> {
  kind: K
  id: number
  search: ItemSearch
  children: (item: Whole<K>, parts: ItemPageParts, open: (panel: ItemSearch) => void) => ReactNode
  /** A file of the item that can be edited by itself. */
  fileOf?: (item: Whole<K>, id: number) => Subject | undefined
}

/** What the pages of all kinds have: looking up, going back, and what opens over the page. */
export function ItemPage<K extends ItemKind>({ kind, id, search, children, fileOf }: ItemPageProps<K>) {
  const found = useQuery(itemQuery(kind, id))
  const libraries = useQuery(librariesQuery)
  const navigate = useNavigate()
  const open = (panel: ItemSearch) => void navigate({ to: '.', search: panel, resetScroll: false })
  useTitle(found.data?.title)

  if (found.isPending) return <ItemDetailSkeleton kind={kind} />
  if (found.isError) {
    if (!(found.error instanceof ApiError) || found.error.status !== 404) {
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    }
    return (
      <EmptyState icon={SearchX} title={`This ${kind} does not exist`}>
        It was deleted, or its files are gone from disk.
      </EmptyState>
    )
  }
  const item = found.data
  const subject = itemSubject(kind, item)
  const library = libraries.data?.find((candidate) => candidate.id === item.library_id)
  return (
    <>
      <Fanart itemId={item.id} />
      <ItemTrail item={subject} libraryName={library?.name} />
      {children(
        item,
        {
          libraryName: library?.name,
          actions: <ItemActions item={subject} onOpen={(panel) => open({ open: panel })} />,
          coverAction: <CoverButton item={subject} onOpen={() => open({ open: 'cover' })} />,
        },
        open,
      )}
      <ItemPanels
        item={subject}
        file={search.file === undefined ? undefined : fileOf?.(item, search.file)}
        files={filesOf(item)}
        search={search}
      />
    </>
  )
}
