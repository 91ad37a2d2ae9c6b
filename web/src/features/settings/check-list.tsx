import { useQuery } from '@tanstack/react-query'
import { systemQuery } from '@/api/system'
import type { SystemCheck } from '@/api/types'
import { Badge } from '@/components/ui/badge'

const VERDICTS = {
  well: { text: 'OK', tone: 'accent' },
  absent: { text: 'Absent', tone: 'warn' },
  strained: { text: 'Strained', tone: 'warn' },
  broken: { text: 'Broken', tone: 'danger' },
} as const

/** Whether all that this process needs is there. When it cannot be asked, the summary says why. */
export function CheckList() {
  const system = useQuery(systemQuery)
  return system.data ? <Checks checks={system.data.checks} /> : null
}

const Checks = ({ checks }: { checks: SystemCheck[] }) => (
  <section aria-labelledby="checks">
    <h2 id="checks" className="mb-2 text-sm font-medium text-soft">
      Checks
    </h2>
    <ul className="divide-y rounded-2xl border bg-surface text-sm">
      {checks.map((check) => (
        <li
          key={`${check.name} ${check.message}`}
          className="grid grid-cols-1 gap-x-3 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <span className="flex items-center gap-2 font-medium">
            <Badge tone={VERDICTS[check.verdict].tone} className="shrink-0">
              {VERDICTS[check.verdict].text}
            </Badge>
            {check.name}
          </span>
          <span className="break-words text-soft">{check.message}</span>
        </li>
      ))}
    </ul>
  </section>
)
