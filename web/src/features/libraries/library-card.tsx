import { Link } from '@tanstack/react-router'
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import type { Library } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { TimeAgo } from '@/components/ui/time-ago'
import { count, plural } from '@/lib/format'
import { libraryType } from './library-types'

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

const Roots = ({ library }: { library: Library }) => (
  <ul className="mt-4 grid gap-1.5 text-sm">
    {library.roots.map((root) => (
      <li key={root.id} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Badge tone={root.available ? 'accent' : 'danger'}>
          {root.available ? 'Available' : 'Not reachable'}
        </Badge>
        <span className="min-w-0 font-mono text-xs break-all">{root.path}</span>
        {!root.available && root.last_seen_at && (
          <span className="text-xs text-soft">
            last seen <TimeAgo at={root.last_seen_at} />
          </span>
        )}
      </li>
    ))}
  </ul>
)

function LastScan({ library }: { library: Library }) {
  const scan = library.last_scan
  if (!scan) return <p className="mt-3 text-sm text-soft">Never scanned.</p>
  return (
    <p className="mt-3 text-sm text-soft">
      <Link
        to="/settings/jobs/$id"
        params={{ id: scan.job_id }}
        className="underline decoration-line underline-offset-4 hover:decoration-current"
      >
        Last scan {scan.status}
      </Link>
      {scan.started_at && (
        <>
          {' '}
          · started <TimeAgo at={scan.started_at} />
        </>
      )}
      {scan.errors_count > 0 && <span className="text-warn"> · {plural(scan.errors_count, 'error')}</span>}
    </p>
  )
}
