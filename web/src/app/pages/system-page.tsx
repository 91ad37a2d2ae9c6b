import { useQuery } from '@tanstack/react-query'
import { ShieldX } from 'lucide-react'
import { may, meQuery } from '@/api/access'
import { EmptyState } from '@/components/ui/feedback'
import { CheckList } from '@/features/settings/check-list'
import { NodeList } from '@/features/settings/node-list'
import { SystemSummary } from '@/features/settings/system-summary'
import { useTitle } from '@/lib/use-title'

export function SystemPage() {
  useTitle('System')
  const me = useQuery(meQuery)
  if (!may(me.data, 'config:read')) {
    return (
      <EmptyState icon={ShieldX} title="This page is for administrators">
        Ask one to look, or to give you another role.
      </EmptyState>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-8">
      <h1 className="text-xl font-semibold tracking-tight">System</h1>
      <SystemSummary />
      <NodeList />
      <CheckList />
    </div>
  )
}
