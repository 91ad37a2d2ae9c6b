import { useQuery } from '@tanstack/react-query'
import { BookPlus, Pencil } from 'lucide-react'
import { useState } from 'react'
import { may, meQuery } from '@/api/access'
import { isOnDisk } from '@/api/downloads'
import { fileSubject } from '@/api/subject'
import type { BookFile } from '@/api/types'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { MoreButton } from '@/components/ui/more-button'
import { DownloadItems } from '@/features/books/download-items'
import { useSplit } from '@/features/grouping/use-split'
import { RefreshDialog } from '@/features/resync/refresh-dialog'
import { ResyncItems } from '@/features/resync/resync-items'
import { useResyncRuns } from '@/features/resync/use-resync'

interface FileMenuProps {
  file: BookFile
  /** Whether the book has other files, so that this one can leave it. */
  hasOthers?: boolean
  onEdit: () => void
}

/** The "..." of a file row on the book page. */
export function FileMenu({ file, hasOthers = false, onEdit }: FileMenuProps) {
  const me = useQuery(meQuery)
  const subject = fileSubject(file)
  const runs = useResyncRuns(subject)
  const split = useSplit(subject)
  const [asks, setAsks] = useState(false)
  const mayWrite = may(me.data, 'books:write')
  if (!mayWrite && !isOnDisk(file)) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <MoreButton
            busy={runs || split.isPending}
            title="More actions"
            aria-label="More actions"
            aria-describedby={`file-${file.id}`}
            className="-my-1.5 -mr-1.5"
          />
        }
      >
        {mayWrite && (
          <>
            <MenuItem onSelect={onEdit}>
              <Pencil aria-hidden="true" /> Edit
            </MenuItem>
            <MenuSeparator />
            <ResyncItems subject={subject} onRefresh={() => setAsks(true)} />
            {hasOthers && isOnDisk(file) && (
              <>
                <MenuSeparator />
                <MenuItem disabled={split.isPending} onSelect={() => split.mutate()}>
                  <BookPlus aria-hidden="true" /> Make its own book
                </MenuItem>
              </>
            )}
            {isOnDisk(file) && <MenuSeparator />}
          </>
        )}
        {isOnDisk(file) && <DownloadItems file={file} />}
      </Menu>
      {asks && <RefreshDialog subject={subject} onClose={() => setAsks(false)} />}
    </>
  )
}
