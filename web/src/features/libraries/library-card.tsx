import { Link } from '@tanstack/react-router'
import { MoreHorizontal, Pencil, Route, Sparkles, Trash2 } from 'lucide-react'
import type { Library } from '@/api/types'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { count, plural } from '@/lib/format'
import { LastScan, Roots } from './library-facts'
import { libraryType } from './library-types'

const LINK = 'inline-flex items-center gap-1.5 rounded text-sm font-medium text-accent hover:underline'

interface LibraryCardProps {
  library: Library
  mayWrite: boolean
  onEdit: () => void
  onDelete: () => void
}

export function LibraryCard({ library, mayWrite, onEdit, onDelete }: LibraryCardProps) {
  const type = libraryType(library.type)
  return (
    <li className="rounded-2xl border bg-surface p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-wash text-accent">
          <type.icon aria-hidden="true" className="size-5" />
        </span>
        <div className="min-w-0 grow">
          <h2 className="font-semibold">
            <Link
              to="/libraries/$id"
              params={{ id: library.id }}
              dir="auto"
              className="underline-offset-4 hover:underline"
            >
              {library.name}
            </Link>
          </h2>
          <p className="text-sm text-soft">
            {type.text} · {plural(library.counts.items, 'item')} · {plural(library.counts.files, 'file')}
            {library.counts.missing > 0 && ` · ${count(library.counts.missing)} missing`}
          </p>
        </div>
        {mayWrite && <CardMenu name={library.name} onEdit={onEdit} onDelete={onDelete} />}
      </div>
      <Roots library={library} />
      <LastScan library={library} />
      <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {mayWrite && (
          <Link
            to="/settings/libraries/$id"
            params={{ id: library.id }}
            aria-label={`Enrichment of ${library.name}`}
            className={LINK}
          >
            <Sparkles aria-hidden="true" className="size-4" /> Enrichment
          </Link>
        )}
        <Link
          to="/settings/libraries/$id"
          params={{ id: library.id }}
          aria-label={`Explain a path of ${library.name}`}
          className={LINK}
        >
          <Route aria-hidden="true" className="size-4" /> Explain a path
        </Link>
      </div>
    </li>
  )
}

const CardMenu = ({ name, onEdit, onDelete }: { name: string; onEdit: () => void; onDelete: () => void }) => (
  <Menu
    align="end"
    trigger={
      <IconButton aria-label={`More actions for ${name}`} className="-mt-1 -mr-1">
        <MoreHorizontal />
      </IconButton>
    }
  >
    <MenuItem onSelect={onEdit}>
      <Pencil aria-hidden="true" /> Edit
    </MenuItem>
    <MenuSeparator />
    <MenuItem onSelect={onDelete} className="text-danger [&>svg]:!text-danger">
      <Trash2 aria-hidden="true" /> Delete library
    </MenuItem>
  </Menu>
)
