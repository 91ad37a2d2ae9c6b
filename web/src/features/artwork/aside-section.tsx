import { Download } from 'lucide-react'
import { assetFileAt } from '@/api/artwork'
import { bytes, languageName } from '@/lib/format'
import { assetNames } from '@/components/items/asset-names'
import type { ArtworkGroup, Picture } from './artwork-groups'
import { TypeHeader } from './type-header'

/** What goes with the item and is no picture: trailers, subtitles, music. */
export const AsideSection = ({ group }: { group: ArtworkGroup }) => (
  <section id={group.type} aria-labelledby={`${group.type}-heading`} className="scroll-mt-32 lg:scroll-mt-20">
    <TypeHeader group={group} typeLocked={false} actions={null} />
    <ul aria-label={assetNames(group.type)} className="divide-y rounded-xl border bg-surface">
      {[...group.used, ...group.own, ...group.offered].map((one) => (
        <AsideRow key={one.asset.id} one={one} />
      ))}
    </ul>
  </section>
)

/** What is kept can be saved. */
const AsideRow = ({ one: { asset, name } }: { one: Picture }) => (
  <li className="flex items-center gap-3 px-3 py-2 text-sm">
    <span className="min-w-0 grow">
      <span dir="auto" className="block font-medium wrap-anywhere">
        {name}
      </span>
      <span className="block text-xs text-soft">
        {[asset.language && languageName(asset.language), asset.size && bytes(asset.size)]
          .filter(Boolean)
          .join(' · ')}
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
