import { ArrowDownToLine } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { LiveClient } from '@/api/live'
import type { JobLog, LogLevel } from '@/api/types'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/feedback'
import { Select } from '@/components/ui/select'
import { cn } from '@/lib/cn'
import { exactTime } from '@/lib/format'
import { LEVELS, useJobLog } from './use-job-log'

const LEVEL_TEXTS: Record<LogLevel, string> = {
  debug: 'Everything',
  info: 'Info and above',
  warn: 'Warnings and errors',
  error: 'Errors only',
}

interface LogViewProps {
  live: LiveClient
  jobId: number
  active: boolean
}

export function LogView({ live, jobId, active }: LogViewProps) {
  const [level, setLevel] = useState<LogLevel>('info')
  const [follow, setFollow] = useState(true)
  const log = useJobLog(live, jobId, level, active)
  const frame = useRef<HTMLDivElement>(null)
  const lines = log.data?.lines ?? []
  const last = lines.at(-1)?.id

  useEffect(() => {
    if (follow && frame.current) frame.current.scrollTop = frame.current.scrollHeight
  }, [follow, last])

  const onScroll = () => {
    const box = frame.current!
    setFollow(box.scrollHeight - box.scrollTop - box.clientHeight < 24)
  }
  if (log.isError) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />
  return (
    <div className="overflow-hidden rounded-2xl border bg-surface">
      <div className="flex items-center justify-between gap-2 border-b px-3 py-2">
        <Select
          aria-label="Log level"
          value={level}
          options={LEVELS.map((value) => ({ value, text: LEVEL_TEXTS[value] }))}
          onChange={(value) => setLevel(value as LogLevel)}
        />
        <Button look="plain" aria-pressed={follow} onClick={() => setFollow(!follow)}>
          <ArrowDownToLine aria-hidden="true" className={follow ? 'text-accent' : 'text-soft'} />
          Follow
        </Button>
      </div>
      <div
        ref={frame}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label="Log"
        className="h-96 overflow-auto px-3 py-2 font-mono text-xs leading-5"
      >
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        {lines.length === 0 && (
          <p className="text-soft">{log.isPending ? 'Loading...' : 'Nothing logged at this level.'}</p>
        )}
      </div>
    </div>
  )
}

const TONES: Record<LogLevel, string> = {
  debug: 'text-soft',
  info: 'text-accent',
  warn: 'text-warn',
  error: 'text-danger',
}

const Line = ({ line }: { line: JobLog }) => (
  <p className="flex flex-wrap gap-x-3 sm:flex-nowrap">
    <time dateTime={line.created_at} title={exactTime(line.created_at)} className="shrink-0 text-soft">
      {new Date(line.created_at).toLocaleTimeString('en-GB')}
    </time>
    <span className={cn('w-10 shrink-0 font-semibold uppercase', TONES[line.level])}>{line.level}</span>
    <span className="min-w-0 break-words whitespace-pre-wrap">
      {line.message}
      {line.data != null && <span className="text-soft"> {JSON.stringify(line.data)}</span>}
    </span>
  </p>
)
