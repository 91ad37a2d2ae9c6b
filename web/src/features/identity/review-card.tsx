import { Link } from '@tanstack/react-router'
import { isKind, routeOf, type ItemKind } from '@/api/kinds'
import type { ReviewItem } from '@/api/types'
import { Cover } from '@/components/items/cover'
import { Button } from '@/components/ui/button'
import { plural } from '@/lib/format'
import { MatchFacts } from './match-facts'
import { MatchPicture } from './match-picture'
import { useIdentityActions } from './use-identity'

interface ReviewCardProps {
  item: ReviewItem
  mayChoose: boolean
}

/** What there is, what it may be, and a choice. */
export function ReviewCard({ item, mayChoose }: ReviewCardProps) {
  const kind: ItemKind = isKind(item.kind) ? item.kind : 'book'
  const { best, provider, provider_title: title } = item
  const { choose } = useIdentityActions({ itemId: item.item_id, libraryId: item.library_id })
  return (
    <li className="grid gap-x-6 gap-y-4 rounded-2xl border bg-surface p-4 sm:grid-cols-2">
      <div className="flex min-w-0 gap-3">
        <span className="w-16 shrink-0 sm:w-20">
          <Cover kind={kind} title={item.title} url={item.cover_url} width={160} />
        </span>
        <div className="min-w-0 text-sm">
          <h2 className="font-medium">
            <Link
              to={routeOf(kind)}
              params={{ id: item.item_id }}
              className="block wrap-anywhere underline-offset-4 hover:underline"
            >
              <bdi>{item.title}</bdi>
              {item.year !== null && <span className="font-normal text-soft"> ({item.year})</span>}
            </Link>
          </h2>
          <p dir="auto" className="text-xs text-soft">
            {item.library_name}
          </p>
        </div>
      </div>
      <div className="min-w-0 text-sm max-sm:border-t max-sm:pt-4">
        <p className="mb-2 text-xs text-soft">
          {item.candidates === 1
            ? `The one match at ${title}`
            : `The likeliest of ${plural(item.candidates, 'match', 'matches')} at ${title}`}
        </p>
        <div className="flex gap-3">
          <MatchPicture kind={kind} provider={provider} address={best.picture} />
          <div className="min-w-0 grow">
            <MatchFacts match={best} />
          </div>
        </div>
        <div className="mt-3 flex flex-wrap gap-2">
          {mayChoose && (
            <Button
              look="primary"
              className="!h-8"
              aria-label={`Choose ${best.title} for ${item.title}`}
              busy={choose.isPending}
              onClick={() => choose.mutate({ provider: { provider, title }, match: best })}
            >
              Choose
            </Button>
          )}
          <Link
            to={routeOf(kind)}
            params={{ id: item.item_id }}
            search={{ open: 'identity' }}
            aria-label={`Look at all matches for ${item.title}`}
            className="inline-flex h-8 items-center rounded-lg border border-edge/60 bg-surface px-3.5 text-sm font-medium hover:bg-sunken"
          >
            Look at all
          </Link>
        </div>
      </div>
    </li>
  )
}
