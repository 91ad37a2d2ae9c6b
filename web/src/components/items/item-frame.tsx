import type { ReactNode } from 'react'
import type { Whole } from '@/api/items'
import type { ItemKind } from '@/api/kinds'
import { markedItem } from '@/components/metadata/marked'
import { SourceMark } from '@/components/metadata/source-mark'
import { Cover } from './cover'
import { Findings } from './findings'
import { ItemDetail, ItemHeading } from './item-detail'
import { MissingNote } from './missing-note'

/** What the page of an item is given by what is around it. */
export interface DetailProps<K extends ItemKind> {
  item: Whole<K>
  libraryName: string | undefined
  /** What can be done with the item, and with its picture. */
  actions?: ReactNode
  coverAction?: ReactNode
}

interface ItemFrameProps<K extends ItemKind> extends Omit<DetailProps<K>, 'libraryName'> {
  kind: K
  /** Printed on a cover that is not there. */
  byline?: string
  /** Below the title. */
  heading?: ReactNode
  children: ReactNode
  below?: ReactNode
}

/** What the pages of all items but books have in common: picture, title, what is wrong, what is said, what is in it. */
export function ItemFrame<K extends Exclude<ItemKind, 'book'>>({
  kind,
  item,
  byline,
  heading,
  actions,
  coverAction,
  children,
  below,
}: ItemFrameProps<K>) {
  return (
    <ItemDetail
      kind={kind}
      picture={
        <>
          <Cover kind={kind} title={item.title} author={byline} url={item.cover_url} width={640} first />
          {coverAction}
        </>
      }
      below={below}
    >
      <ItemHeading
        actions={actions}
        title={
          <>
            {item.title}
            <SourceMark of={markedItem(kind, item)} field="title" />
          </>
        }
      >
        {heading}
      </ItemHeading>
      <MissingNote kind={kind} item={item} />
      <Findings of={item} />
      {children}
    </ItemDetail>
  )
}
