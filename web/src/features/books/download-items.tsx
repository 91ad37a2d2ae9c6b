import { Download, ExternalLink, FileDown, type LucideIcon } from 'lucide-react'
import { canCarryMetadata, copyAt, downloadAt, inlineAt, isPdf } from '@/api/downloads'
import type { BookFile } from '@/api/types'
import { MenuItem } from '@/components/ui/menu'

/** The entries that hand a file out. */
export const DownloadItems = ({ file }: { file: BookFile }) => (
  <>
    {isPdf(file) && <Entry icon={ExternalLink} text="Open" href={inlineAt(file)} target="_blank" />}
    <Entry icon={Download} text="Download" href={downloadAt(file)} download />
    {canCarryMetadata(file) && (
      <Entry icon={FileDown} text="Download with metadata" href={copyAt(file)} download />
    )}
  </>
)

interface EntryProps {
  icon: LucideIcon
  text: string
  href: string
  target?: '_blank'
  download?: boolean
}

const Entry = ({ icon: Icon, text, ...link }: EntryProps) => (
  <MenuItem asChild>
    <a rel="noreferrer" {...link}>
      <Icon aria-hidden="true" /> {text}
    </a>
  </MenuItem>
)
