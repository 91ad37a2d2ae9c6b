import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { pageAt, pagesQuery } from '@/api/pages'
import type { BookFile } from '@/api/types'
import { ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import type { ArtworkActions } from './use-artwork'

const SHOWN = 24

/** The pages of a comic, one of which may be its cover. */
export function PageChoice({ file, actions }: { file: BookFile; actions: ArtworkActions }) {
  const pages = useQuery(pagesQuery(file.id))
  const [offset, setOffset] = useState(0)
  if (pages.isPending) return <Skeleton className="h-32 w-full rounded-xl" />
  if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  const { pages: all, version } = pages.data
  const { usePage } = actions
  return (
    <div aria-busy={usePage.isPending}>
      <ul className="grid grid-cols-4 gap-2 sm:grid-cols-6">
        {all.slice(offset, offset + SHOWN).map((_, place) => {
          const index = offset + place
          return (
            <li key={index}>
              <button
                type="button"
                disabled={usePage.isPending}
                aria-label={`Use page ${index + 1}`}
                onClick={() => usePage.mutate({ file: file.id, page: index })}
                className="block w-full overflow-hidden rounded bg-sunken shadow-cover hover:shadow-lift disabled:opacity-55"
              >
                <img
                  src={pageAt(file.id, index, version, 160)}
                  alt=""
                  loading="lazy"
                  className="aspect-2/3 w-full object-cover"
                />
                <span className="block py-0.5 text-center text-xs text-soft">{index + 1}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <Pager offset={offset} limit={SHOWN} total={all.length} onChange={setOffset} />
    </div>
  )
}
