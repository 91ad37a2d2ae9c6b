import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { may, meQuery } from '@/api/access'
import { isKind, writeAccess } from '@/api/kinds'
import { ReviewList } from '@/features/identity/review-list'
import { useTitle } from '@/lib/use-title'

export function ReviewPage() {
  useTitle('Review')
  const { offset = 0 } = useSearch({ from: '/shell/review' })
  const navigate = useNavigate({ from: '/review' })
  const me = useQuery(meQuery)
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="mt-6 font-serif text-2xl font-semibold tracking-tight">Review</h1>
      <p className="mt-1 mb-4 max-w-prose text-sm text-soft">
        Several fit, or none for sure: say which it is, and Colophon fetches the rest.
      </p>
      <ReviewList
        offset={offset}
        onOffset={(next) => void navigate({ search: { offset: next || undefined } })}
        mayChoose={({ kind }) => isKind(kind) && may(me.data, writeAccess(kind))}
      />
    </div>
  )
}
