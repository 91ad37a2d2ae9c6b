import type { ReactNode } from 'react'
import type { ItemKind } from '@/api/kinds'
import { assetName, assetNames } from '@/components/items/asset-names'
import { cn } from '@/lib/cn'
import { count, plural } from '@/lib/format'
import { countOf, narrowed, type ArtworkGroup, type OfferFilter } from './artwork-groups'
import { PictureGrid } from './picture-grid'
import { TypeHeader } from './type-header'
import type { ArtworkActions } from './use-artwork'
import { UsedPicture } from './used-picture'

interface TypeSectionProps {
  group: ArtworkGroup
  kind: ItemKind
  typeLocked: boolean
  filter: OfferFilter
  /** A picture is held over it. */
  isTarget: boolean
  /** The first of the page: its picture is what one came to see. */
  first: boolean
  /** Null for those who may only look. */
  actions: ArtworkActions | null
  /** What else pictures of this type are taken from. */
  children?: ReactNode
  /** What to do where there are none. */
  empty: ReactNode
}

/** The pictures of one type: in use, one's own, what providers offer, what was refused. */
export function TypeSection(props: TypeSectionProps) {
  const { group, kind, typeLocked, isTarget, first, actions, children, empty } = props
  const { type, used, own, rejected } = group
  const grid = { type, kind, typeLocked, actions }
  const name = assetName(type)
  return (
    <section
      id={type}
      data-type={type}
      aria-labelledby={`${type}-heading`}
      className={cn(
        'scroll-mt-32 rounded-2xl lg:scroll-mt-20',
        isTarget && 'outline-2 outline-offset-8 outline-accent outline-dashed',
      )}
    >
      <TypeHeader group={group} typeLocked={typeLocked} actions={actions} />
      {countOf(group) === 0 && empty}
      {countOf(group) > 0 && used.length === 0 && (
        <p className="text-sm text-soft">None is in use{actions && ': say which is to be'}.</p>
      )}
      <ul className={cn('grid gap-3 empty:hidden', used.length > 1 && 'sm:grid-cols-2 2xl:grid-cols-3')}>
        {used.map((picture, place) => (
          <UsedPicture
            key={picture.asset.id}
            picture={picture}
            kind={kind}
            typeLocked={typeLocked}
            place={used.length > 1 ? { at: place + 1, of: used.length } : undefined}
            first={first}
            actions={actions}
          />
        ))}
      </ul>
      {own.length > 0 && (
        <>
          <Under>{plural(own.length, 'other picture')} of your own</Under>
          <PictureGrid label={`${name}: your own`} pictures={own} {...grid} />
        </>
      )}
      <Offered {...props} />
      {children}
      {rejected.length > 0 && (
        <details className="mt-6">
          <summary className="w-fit rounded text-sm text-soft hover:text-ink">
            {count(rejected.length)} rejected
          </summary>
          <div className="mt-3">
            <PictureGrid label={`${name}: rejected`} pictures={rejected} {...grid} />
          </div>
        </details>
      )}
    </section>
  )
}

function Offered({ group: { type, offered }, kind, typeLocked, filter, actions }: TypeSectionProps) {
  if (offered.length === 0) return null
  const shown = narrowed(offered, filter)
  return (
    <>
      <Under>
        {shown.length < offered.length
          ? `${count(shown.length)} of ${plural(offered.length, 'picture')} from providers, best first`
          : `${plural(offered.length, 'picture')} from providers, best first`}
      </Under>
      {shown.length > 0 && (
        <PictureGrid
          label={`${assetNames(type)} from providers`}
          type={type}
          kind={kind}
          pictures={shown}
          typeLocked={typeLocked}
          actions={actions}
        />
      )}
    </>
  )
}

const Under = ({ children }: { children: ReactNode }) => (
  <h3 className="mt-6 mb-3 text-sm text-soft">{children}</h3>
)
