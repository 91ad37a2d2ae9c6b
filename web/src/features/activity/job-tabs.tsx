import { Tabs } from 'radix-ui'
import { useState } from 'react'
import type { LiveClient } from '@/api/live'
import { isActive } from '@/api/jobs'
import type { Job, Scan } from '@/api/types'
import { Select } from '@/components/ui/select'
import { TabBar } from '@/components/ui/tab-bar'
import { count } from '@/lib/format'
import { ChildJobs } from './child-jobs'
import { dataOf } from './job-text'
import { JobOptions } from './job-options'
import { LogView } from './log-view'
import { ScanErrors } from './scan-errors'
import { ScanItems } from './scan-items'

interface JobTabsProps {
  job: Job
  scans: Scan[]
  live: LiveClient
  tab: string | undefined
  mayWrite: boolean
  onTab: (tab: string) => void
}

export function JobTabs({ job, scans, live, tab, mayWrite, onTab }: JobTabsProps) {
  const [chosen, setChosen] = useState<number>()
  const scan = scans.find((candidate) => candidate.id === chosen) ?? scans[0]
  const errors = scan?.errors_count ?? 0
  const names = scan ? ['log', 'errors', 'items', 'jobs', 'options'] : ['log', 'options']
  const value = tab && names.includes(tab) ? tab : 'log'
  return (
    <Tabs.Root value={value} onValueChange={onTab}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2 border-b">
        <TabBar
          label="Details"
          tabs={names.map((name) => ({
            value: name,
            text: (
              <>
                <span className="capitalize">{name}</span>
                {name === 'errors' && errors > 0 && (
                  <span className="ml-1.5 text-danger">{count(errors)}</span>
                )}
              </>
            ),
          }))}
        />
        {scans.length > 1 && (
          <Select
            aria-label="Library"
            value={`${scan?.id}`}
            options={scans.map(({ id, library_name }) => ({ value: `${id}`, text: library_name }))}
            onChange={(id) => setChosen(Number(id))}
          />
        )}
      </div>
      <Tabs.Content value="log">
        <LogView live={live} jobId={job.id} active={isActive(job.status)} />
      </Tabs.Content>
      {scan && (
        <>
          <Tabs.Content value="errors">
            <ScanErrors key={scan.id} scanId={scan.id} />
          </Tabs.Content>
          <Tabs.Content value="items">
            <ScanItems key={scan.id} scanId={scan.id} />
          </Tabs.Content>
          <Tabs.Content value="jobs">
            <ChildJobs key={scan.id} scanId={scan.id} mayWrite={mayWrite} />
          </Tabs.Content>
        </>
      )}
      <Tabs.Content value="options">
        <JobOptions data={scan?.options ?? dataOf(job)} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
