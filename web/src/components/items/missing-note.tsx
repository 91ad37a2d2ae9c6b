import type { Listed } from '@/api/items'
import type { ItemKind } from '@/api/kinds'
import { Note } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'

/** Says that the files of an item are gone. */
export const MissingNote = ({ kind, item }: { kind: ItemKind; item: Listed }) =>
  item.missing_since && (
    <Note tone="warn" className="mt-4">
      The files of this {kind} are gone since <TimeAgo at={item.missing_since} />. It comes back by itself
      when they do.
    </Note>
  )
