import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'
import { KINDS, writeAccess, type ItemKind } from '@/api/kinds'
import { Mark, Wordmark } from '@/components/logo'
import { ThemeMenu } from '@/components/theme-menu'
import { UserMenu } from '@/features/access/user-menu'
import { ReviewLink } from '@/features/identity/review-link'
import { LibrarySwitcher } from '@/features/libraries/library-switcher'
import { ResyncButton } from '@/features/scanning/resync-button'
import { ResyncMenu } from '@/features/scanning/resync-menu'
import { SearchButton } from '@/features/search/search-palette'
import { useCurrentLibrary } from './use-current-library'

/** Whoever may change something may say what it is. */
const WRITES = (Object.keys(KINDS) as ItemKind[]).map(writeAccess)

export function TopBar() {
  const me = useQuery(meQuery)
  const { current, libraries } = useCurrentLibrary()
  return (
    <header className="sticky top-0 z-30 border-b bg-canvas/90 backdrop-blur-md">
      <div className="mx-auto flex h-14 max-w-[96rem] items-center gap-1 px-3 sm:gap-2 sm:px-6">
        <Link to="/" aria-label="Colophon" className="mr-1 shrink-0 rounded-md sm:mr-4">
          <Mark className="size-7 text-accent sm:hidden" />
          <span className="max-sm:hidden">
            <Wordmark />
          </span>
        </Link>
        <LibrarySwitcher current={current} libraries={libraries} />
        {current && may(me.data, 'jobs:write') && (
          <div className="flex items-center" key={current.id}>
            <ResyncButton libraryId={current.id} />
            <ResyncMenu libraryId={current.id} />
          </div>
        )}
        <div className="ml-auto flex items-center">
          {WRITES.some((access) => may(me.data, access)) && <ReviewLink />}
          <SearchButton />
          <ThemeMenu />
          <UserMenu me={me.data} />
        </div>
      </div>
    </header>
  )
}
