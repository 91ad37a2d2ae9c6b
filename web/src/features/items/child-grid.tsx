import type { ReactNode } from 'react'
import type { Listed } from '@/api/items'
import { KINDS } from '@/api/kinds'
import type { ItemLooks } from '@/components/items/list-kind'
import { SHAPES } from '@/components/items/shapes'
import { ItemCard } from './item-card'

interface ChildGridProps {
  items: Listed[]
  list: ItemLooks
  menu: (item: Listed) => ReactNode
}

/** What lies in an item, as cards: so few that all of them may stand there. */
export const ChildGrid = ({ items, list, menu }: ChildGridProps) => (
  <ul
    className="grid gap-x-5"
    style={{
      gridTemplateColumns: `repeat(auto-fill, minmax(min(${SHAPES[KINDS[list.kind].shape].ideal * 0.85}px, 45%), 1fr))`,
    }}
  >
    {items.map((item) => (
      <li key={item.id}>
        <ItemCard item={item} list={list} menu={menu(item)} />
      </li>
    ))}
  </ul>
)
