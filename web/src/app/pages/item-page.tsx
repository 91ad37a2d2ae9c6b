import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { filesOf, type Whole } from '@/api/items'
import type { ItemKind } from '@/api/kinds'
import { librariesQuery } from '@/api/libraries'
import { itemSubject, type Subject } from '@/api/subject'
import { Fanart } from '@/features/artwork/fanart'
import { useTitle } from '@/lib/use-title'
import type { ItemSearch } from '../item-routes'
import { ArtworkLink, ItemActions } from '../menus/item-actions'
import { FoundItem } from './found-item'
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
export const ItemPage = <K extends ItemKind>(props: ItemPageProps<K>) => (
  <FoundItem kind={props.kind} id={props.id}>
    {(item) => <Found {...props} item={item} />}
  </FoundItem>
)

function Found<K extends ItemKind>({
  kind,
  item,
  search,
  children,
  fileOf,
}: ItemPageProps<K> & { item: Whole<K> }) {
  const libraries = useQuery(librariesQuery)
  const navigate = useNavigate()
  const open = (panel: ItemSearch) => void navigate({ to: '.', search: panel, resetScroll: false })
  useTitle(item.title)
  const subject = itemSubject(kind, item)
  const libraryName = libraries.data?.find(({ id }) => id === item.library_id)?.name
  return (
    <>
      <Fanart itemId={item.id} />
      <ItemTrail item={subject} />
      {children(
        item,
        {
          libraryName,
          actions: <ItemActions item={subject} onOpen={(panel) => open({ open: panel })} />,
          coverAction: <ArtworkLink item={subject} />,
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
