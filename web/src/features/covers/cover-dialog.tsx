import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { assetFileAt, assetsQuery, isOffered, isPicture, PICTURES, shownOf, standingFor } from '@/api/covers'
import { fileName, type Subject } from '@/api/subject'
import type { Asset, BookFile, ShownFile } from '@/api/types'
import { assetNames } from '@/components/items/asset-names'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { bytes, languageName } from '@/lib/format'
import { CoverCandidate, nameOf } from './cover-candidate'
import { OfferedPictures } from './offered-pictures'
import { PageChoice } from './page-choice'
import { UploadPicture } from './upload-picture'
import { useCoverActions, type CoverActions } from './use-covers'

interface CoverDialogProps {
  subject: Subject
  files: ShownFile[]
  onClose: () => void
}

const COMICS = new Set(['cbz', 'cbr', 'cb7'])

const isComic = (file: ShownFile): file is BookFile =>
  'page_count' in file && COMICS.has(file.file_type) && !file.error && !!file.page_count

/** All that goes with an item, by type: which picture of each is shown, one of one's own, and what is no picture. */
export function CoverDialog({ subject, files, onClose }: CoverDialogProps) {
  const assets = useQuery(assetsQuery(subject.itemId))
  const actions = useCoverActions(subject)
  const comics = files.filter(isComic)
  return (
    <Dialog open onClose={onClose} width="page" title="Artwork" description={<bdi>{subject.name}</bdi>}>
      <div className="grid gap-6">
        {assets.isPending && <Skeleton className="h-32 w-full rounded-xl" />}
        {assets.isError && <ErrorState error={assets.error} onRetry={() => void assets.refetch()} />}
        {assets.data && <Groups subject={subject} assets={assets.data} files={files} actions={actions} />}
        <UploadPicture subject={subject} actions={actions} />
        {comics.map((file) => (
          <details key={file.id}>
            <summary className="mb-3 w-fit rounded text-sm font-medium">
              Choose a page of <bdi>{fileName(file.filepath)}</bdi>
            </summary>
            <PageChoice file={file} actions={actions} />
          </details>
        ))}
      </div>
    </Dialog>
  )
}

interface GroupsProps {
  subject: Subject
  assets: Asset[]
  files: ShownFile[]
  actions: CoverActions
}

function Groups({ subject, assets, files, actions }: GroupsProps) {
  const first = standingFor(subject)
  const others = [...new Set(assets.map(({ type }) => type))].filter((type) => type !== first)
  const order = [
    first,
    ...PICTURES.filter((type) => others.includes(type)),
    ...others.filter((type) => !isPicture(type)),
  ]
  return order.map((type) => {
    const group = assets.filter((asset) => asset.type === type)
    const shown = shownOf(group, type)
    const offered = group.filter((asset) => isOffered(asset) && asset !== shown)
    const own = group.filter((asset) => !offered.includes(asset))
    return (
      <section key={type} aria-label={assetNames(type)}>
        {order.length > 1 && <h3 className="mb-2 text-sm font-semibold">{assetNames(type)}</h3>}
        {group.length === 0 && (
          <p className="text-sm text-soft">
            No picture was found in the files or beside them, and no provider offers one.
          </p>
        )}
        {isPicture(type) ? (
          <>
            <ul className="grid gap-2 empty:hidden sm:grid-cols-2 lg:grid-cols-3">
              {own.map((asset) => (
                <CoverCandidate
                  key={asset.id}
                  asset={asset}
                  inUse={asset === shown}
                  files={files}
                  actions={actions}
                />
              ))}
            </ul>
            {offered.length > 0 && (
              <OfferedPictures type={type} kind={subject.itemKind} assets={offered} actions={actions} />
            )}
          </>
        ) : (
          <ul className="divide-y rounded-xl border">
            {group.map((asset) => (
              <AsideRow key={asset.id} asset={asset} />
            ))}
          </ul>
        )}
      </section>
    )
  })
}

/** Something beside the files that is no picture; what is kept can be saved. */
function AsideRow({ asset }: { asset: Asset }) {
  const name = nameOf(asset, [])
  return (
    <li className="flex items-center gap-3 px-3 py-2 text-sm">
      <span className="min-w-0 grow">
        <span dir="auto" className="block font-medium wrap-anywhere">
          {name}
        </span>
        <span className="block text-xs text-soft">
          {[asset.language && languageName(asset.language), asset.size && bytes(asset.size)]
            .filter(Boolean)
            .join(', ')}
        </span>
      </span>
      {asset.cache_path && (
        <a
          href={assetFileAt(asset.id)}
          download
          aria-label={`Save ${name}`}
          title="Save"
          className="grid size-9 shrink-0 place-items-center rounded-lg text-soft hover:bg-sunken hover:text-ink"
        >
          <Download aria-hidden="true" className="size-4.5" />
        </a>
      )}
    </li>
  )
}
