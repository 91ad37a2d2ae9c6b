import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { systemQuery } from '@/api/system'
import type { SystemState } from '@/api/types'
import { ErrorState, Note, Skeleton } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { cn } from '@/lib/cn'
import { bytes, plural } from '@/lib/format'

/** The process that answers: what it is and what it works with. */
export function SystemSummary() {
  const system = useQuery(systemQuery)
  if (system.isPending) return <Skeleton className="h-56 rounded-2xl" />
  if (!system.data) return <ErrorState error={system.error} onRetry={() => void system.refetch()} />
  const trouble = system.data.database.trouble
  return (
    <>
      {trouble && (
        <Note tone="danger">
          {trouble.message} (since <TimeAgo at={trouble.since} />)
        </Note>
      )}
      <Facts system={system.data} />
    </>
  )
}

const DATABASES = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

const Facts = ({ system }: { system: SystemState }) => (
  <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-2xl border bg-surface p-4 text-sm sm:grid-cols-4 sm:p-5">
    <Fact name="Version">{system.version}</Fact>
    <Fact name="Started">
      <TimeAgo at={system.started_at} />
    </Fact>
    <Fact name="Work of this node">
      {system.readers === 0 ? 'Only serves pages' : plural(system.readers, 'reader')}
    </Fact>
    <Fact name="Memory in use">{bytes(system.memory_bytes)}</Fact>
    <Fact className="col-span-full" name="Runs on">
      {system.runtime} on {system.operating_system}
    </Fact>
    <Fact className="col-span-2" name="Database">
      {DATABASES[system.database.kind]}
      <span className="block font-mono text-xs leading-5 font-normal break-all">{system.database.name}</span>
    </Fact>
    <Fact className="col-span-2" name="Data folder">
      <span className="font-mono text-xs leading-5 font-normal break-all">{system.database.data_folder}</span>
    </Fact>
  </dl>
)

interface FactProps {
  name: string
  className?: string
  children: ReactNode
}

const Fact = ({ name, className, children }: FactProps) => (
  <div className={cn('min-w-0', className)}>
    <dt className="text-xs text-soft">{name}</dt>
    <dd className="mt-0.5 font-medium">{children}</dd>
  </div>
)
