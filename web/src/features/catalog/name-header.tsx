import { useQuery } from '@tanstack/react-query'
import { Ellipsis, Merge, Pencil } from 'lucide-react'
import { useState } from 'react'
import { may, meQuery } from '@/api/access'
import type { NameKind } from '@/api/names'
import type { NameDetail } from '@/api/types'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { capital, plural } from '@/lib/format'
import { EditNameDialog } from './edit-name-dialog'
import { MergeDialog } from './merge-dialog'
import { wordsOf } from './name-words'

interface NameHeaderProps {
  kind: NameKind
  name: NameDetail
  /** What is counted. */
  item: string
  /** What lets one change a name of the library. */
  access: string
}

/** What the page is about, and what may be done with the name. */
export function NameHeader({ kind, name, item, access }: NameHeaderProps) {
  const me = useQuery(meQuery)
  const [dialog, setDialog] = useState<'edit' | 'merge' | null>(null)
  const close = () => setDialog(null)
  return (
    <header className="flex items-start gap-3">
      <div className="min-w-0">
        <p className="text-sm text-soft">{capital(wordsOf(kind, name.type).one)}</p>
        <h1
          dir="auto"
          className="font-serif text-3xl leading-tight font-semibold tracking-tight text-balance wrap-anywhere"
        >
          {name.name}
        </h1>
        <p className="mt-1 text-sm text-soft">
          {plural(name.items_count, item)}
          {name.aliases.length > 0 && <span dir="auto"> · also {name.aliases.join(', ')}</span>}
        </p>
      </div>
      {may(me.data, kind === 'people' ? 'people:write' : access) && (
        <Menu
          label={`Actions for ${name.name}`}
          trigger={
            <IconButton aria-label={`More actions for ${name.name}`} className="mt-5">
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => setDialog('edit')}>
            <Pencil aria-hidden="true" />
            Edit names
          </MenuItem>
          <MenuItem onSelect={() => setDialog('merge')}>
            <Merge aria-hidden="true" />
            Merge with another
          </MenuItem>
        </Menu>
      )}
      {dialog === 'edit' && <EditNameDialog kind={kind} name={name} onClose={close} />}
      {dialog === 'merge' && <MergeDialog kind={kind} name={name} onClose={close} />}
    </header>
  )
}
