import { ShieldX } from 'lucide-react'
import { EmptyState } from '@/components/ui/feedback'

/** Instead of a page that somebody may not see. */
export const ForAdministrators = () => (
  <EmptyState icon={ShieldX} title="This page is for administrators">
    Ask one to look, or to give you another role.
  </EmptyState>
)
