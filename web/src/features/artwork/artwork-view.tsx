import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { assetsQuery, isPicture, standingFor } from '@/api/artwork'
import type { Subject } from '@/api/subject'
import type { Asset, ShownFile } from '@/api/types'
import { assetName } from '@/components/items/asset-names'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { groupsOf, type OfferFilter } from './artwork-groups'
import { AsideSection } from './aside-section'
import { ComicPages } from './comic-pages'
import { NoPictures } from './no-pictures'
import { OfferFilters } from './offer-filters'
import { TypeNav } from './type-nav'
import { TypeSection } from './type-section'
import { UploadPicture } from './upload-picture'
import { useArtworkActions, type ArtworkActions } from './use-artwork'
import { useDroppedPicture } from './use-dropped-picture'

/** What the address says of the page. */
export interface ArtworkSearch extends OfferFilter {
  /** The comic whose pages are shown. */
  pages?: number
}

interface ArtworkViewProps {
  item: Subject
  files: ShownFile[]
  /** What a person locked, types of pictures among it. */
  locks: string[]
  search: ArtworkSearch
  onSearch: (search: ArtworkSearch) => void
  mayWrite: boolean
  /** Whether it would help to show where providers are switched on. */
  mayConfigure: boolean
}

/** All that goes with an item, by type: what is in use and why, what else there is, and what can be done about it. */
export function ArtworkView(props: ArtworkViewProps) {
  const { item, mayWrite } = props
  const assets = useQuery(assetsQuery(item.itemId))
  const actions = useArtworkActions(item)
  const { over, handlers } = useDroppedPicture(standingFor(item), (type, picture) =>
    actions.upload.mutate({ type, picture }),
  )
  return (
    <div className="min-h-[70dvh]" {...(mayWrite && handlers)}>
      <Header item={item}>{mayWrite && <UploadPicture subject={item} actions={actions} />}</Header>
      {assets.isPending && <Waiting />}
      {assets.isError && <ErrorState error={assets.error} onRetry={() => void assets.refetch()} />}
      {assets.data && (
        <Groups {...props} assets={assets.data} over={over} actions={mayWrite ? actions : null} />
      )}
      {over && (
        <p
          role="status"
          className="pointer-events-none fixed inset-x-0 bottom-6 z-40 mx-auto w-fit rounded-full bg-ink px-4 py-2 text-sm font-medium text-canvas shadow-float"
        >
          Drop it to upload it as {assetName(over).toLowerCase()}
        </p>
      )}
    </div>
  )
}

const Header = ({ item, children }: { item: Subject; children: ReactNode }) => (
  <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3 pt-6">
    <div className="min-w-0">
      <h1 className="font-serif text-3xl leading-tight font-semibold tracking-tight">Artwork</h1>
      <p dir="auto" className="mt-0.5 text-soft wrap-anywhere">
        {item.name}
      </p>
    </div>
    {children}
  </header>
)

/** As large as what comes. */
const Waiting = () => (
  <div className="mt-4 grid gap-4 lg:mt-6 lg:ml-48">
    <Skeleton className="h-8 w-40" />
    <Skeleton className="h-96 w-full rounded-2xl" />
  </div>
)

interface GroupsProps extends ArtworkViewProps {
  assets: Asset[]
  /** The type that a picture is held over. */
  over: string | undefined
  actions: ArtworkActions | null
}

function Groups(props: GroupsProps) {
  const { item, files, locks, search, onSearch, mayConfigure, assets, over, actions } = props
  const groups = groupsOf(assets, standingFor(item), files)
  const { pages, ...filter } = search
  useHashOnce()
  return (
    <>
      <OfferFilters groups={groups} filter={filter} onChange={(next) => onSearch({ ...next, pages })} />
      <div className="mt-4 items-start gap-x-8 lg:mt-6 lg:grid lg:grid-cols-[10rem_minmax(0,1fr)]">
        {groups.length > 1 && <TypeNav groups={groups} />}
        <div className="grid gap-14 max-lg:mt-4 lg:col-start-2">
          {groups.map((group, place) =>
            isPicture(group.type) ? (
              <TypeSection
                key={group.type}
                group={group}
                kind={item.itemKind}
                typeLocked={locks.includes(group.type)}
                filter={filter}
                isTarget={over === group.type}
                first={place === 0}
                actions={actions}
                empty={
                  <NoPictures type={group.type} mayWrite={actions !== null} mayConfigure={mayConfigure} />
                }
              >
                {actions && place === 0 && (
                  <ComicPages
                    files={files}
                    open={pages}
                    onOpen={(next) => onSearch({ ...search, pages: next })}
                    actions={actions}
                  />
                )}
              </TypeSection>
            ) : (
              <AsideSection key={group.type} group={group} />
            ),
          )}
        </div>
      </div>
    </>
  )
}

/** The part of the page that the address names is only there once everything is known: then one is brought to it. */
function useHashOnce() {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView()
    // Later the router goes there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}
