import { useQuery } from '@tanstack/react-query'
import { may, meQuery } from '@/api/access'
import { CheckList } from '@/features/settings/check-list'
import { NodeList } from '@/features/settings/node-list'
import { SystemSummary } from '@/features/settings/system-summary'
import { useTitle } from '@/lib/use-title'
import { ForAdministrators } from './for-administrators'

export function SystemPage() {
  useTitle('System')
  const me = useQuery(meQuery)
  if (!may(me.data, 'config:read')) return <ForAdministrators />
  return (
    <div className="grid grid-cols-1 gap-8">
      <h1 className="text-xl font-semibold tracking-tight">System</h1>
      <SystemSummary />
      <NodeList />
      <CheckList />
    </div>
  )
}
