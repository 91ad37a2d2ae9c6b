import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reason } from '@/api/client'
import { edit } from '@/api/editing'
import { forgetOffer, setLock } from '@/api/evidence'
import { refreshShown } from '@/api/refresh-shown'
import type { Subject } from '@/api/subject'
import type { Offer } from '@/api/types'

/** What a person can do about one field. Each is an edit of its own that the history knows. */
export function useEvidenceActions(subject: Subject, field: string) {
  const cache = useQueryClient()
  const shown = {
    onSuccess: () => refreshShown(cache, subject.itemId, subject.libraryId),
    onError: (error: Error) => void toast.error(reason(error)),
  }
  return {
    say: useMutation({ mutationFn: (value: unknown) => edit(subject, { [field]: value }, null), ...shown }),
    lock: useMutation({ mutationFn: (locked: boolean) => setLock(subject, field, locked), ...shown }),
    forget: useMutation({ mutationFn: (offer: Offer) => forgetOffer(subject, field, offer), ...shown }),
  }
}

export type EvidenceActions = ReturnType<typeof useEvidenceActions>
