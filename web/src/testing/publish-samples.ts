import type { PublishCounts, PublishedFile, PublishRun } from '@/api/types'

/** A run over a whole library in which all went well. */
export const sampleRun = (change: Partial<PublishRun> = {}): PublishRun => ({
  id: 9,
  library_id: 1,
  item_id: null,
  item_kind: null,
  item_title: null,
  job_id: null,
  program: 'kodi',
  started_at: '2026-05-01T12:00:00Z',
  ended_at: '2026-05-01T12:00:05Z',
  undone_at: null,
  written: 1200,
  removed: 1,
  kept: 2,
  failed: 0,
  undone: 0,
  ...change,
})

/** Of one piece that is the whole plan. */
export const sampleCounts = (change: Partial<PublishCounts> = {}): PublishCounts => ({
  program: 'kodi',
  kinds: ['album', 'artist', 'episode', 'movie', 'season', 'show'],
  total: 1,
  looked: 1,
  next: null,
  items: 1,
  write: 2,
  replace: 0,
  remove: 0,
  keep: 0,
  fail: 0,
  ...change,
})

export const samplePublished = (change: Partial<PublishedFile> = {}): PublishedFile => ({
  path: '/srv/films/River (1999)/poster.jpg',
  item_id: 5,
  content: 'poster',
  action: 'write',
  state: 'done',
  reason: null,
  ...change,
})
