import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { may, meQuery } from '@/api/access'
import { isOnDisk } from '@/api/downloads'
import { fileSubject } from '@/api/subject'
import type { BookFile } from '@/api/types'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { MoreButton } from '@/components/ui/more-button'
import { DownloadItems } from '@/features/books/download-items'
import { RefreshDialog } from '@/features/resync/refresh-dialog'
import { ResyncItems } from '@/features/resync/resync-items'
import { useResyncRuns } from '@/features/resync/use-resync'

/** The "..." of a file row on the book page. */
export function FileMenu({ file, onEdit }: { file: BookFile; onEdit: () => void }) {
  const me = useQuery(meQuery)
  const subject = fileSubject(file)
  const runs = useResyncRuns(subject)
  const [asks, setAsks] = useState(false)
  const mayWrite = may(me.data, 'books:write')
  if (!mayWrite && !isOnDisk(file)) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <MoreButton
            busy={runs}
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
            {isOnDisk(file) && <MenuSeparator />}
          </>
        )}
        {isOnDisk(file) && <DownloadItems file={file} />}
      </Menu>
      {asks && <RefreshDialog subject={subject} onClose={() => setAsks(false)} />}
    </>
  )
}
