import { CircleCheck, CircleX } from 'lucide-react'
import { reason } from '@/api/client'
import { cn } from '@/lib/cn'
import { duration } from '@/lib/format'
import type { ProviderForm } from './use-provider-form'

/** What came of a test. */
export function TestAnswer({ test }: Pick<ProviderForm, 'test'>) {
  const failed = test.isError ? reason(test.error) : test.data?.message
  const ok = test.data?.ok === true
  return (
    <p role="status" className={cn('min-w-0 text-sm', ok ? 'text-accent' : 'text-danger')}>
      {(test.data ?? test.error) && (
        <span className="inline-flex items-start gap-1.5">
          {ok ? (
            <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          ) : (
            <CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          )}
          {ok ? `It answered in ${duration(test.data!.took_ms)}` : failed}
        </span>
      )}
    </p>
  )
}
