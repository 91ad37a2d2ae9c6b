import { expect, test } from 'vitest'
import type { JobLog } from '@/api/types'
import { merged } from './use-job-log'

const line = (id: number): JobLog => ({
  id,
  job_id: 1,
  level: 'info',
  message: `${id}`,
  data: null,
  created_at: '2026-05-01T12:00:00Z',
})

test('A11 stored and live lines are one log, each line once, in order', () => {
  const log = merged([line(1), line(4)], [line(2), line(3), line(4)])
  expect(log.map(({ id }) => id)).toEqual([1, 2, 3, 4])
})
