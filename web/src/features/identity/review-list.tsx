import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { REVIEW_PAGE, reviewQuery } from '@/api/review'
import type { ReviewItem } from '@/api/types'
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/feedback'
import { Pager } from '@/components/ui/pager'
import { ReviewCard } from './review-card'

interface ReviewListProps {
  offset: number
  onOffset: (offset: number) => void
  mayChoose: (item: ReviewItem) => boolean
}

/** Items of which a search found several that may be meant, each with the likeliest. */
export function ReviewList({ offset, onOffset, mayChoose }: ReviewListProps) {
  const review = useQuery({ ...reviewQuery(offset), placeholderData: keepPreviousData })
  if (review.isPending) return <Skeleton className="h-40 w-full rounded-xl" />
  if (review.isError) return <ErrorState error={review.error} onRetry={() => void review.refetch()} />
  const { items, total } = review.data
  if (items.length === 0) {
    return (
      <EmptyState icon={Fingerprint} title="Nothing waits for you">
        When a provider knows several of the same name and none fits for sure, the item stands here until
        somebody says which it is.
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="grid gap-3">
        {items.map((item) => (
          <ReviewCard key={`${item.item_id} ${item.provider}`} item={item} mayChoose={mayChoose(item)} />
        ))}
      </ul>
      <Pager offset={offset} limit={REVIEW_PAGE} total={total} onChange={onOffset} />
    </>
  )
}
