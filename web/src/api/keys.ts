import type { Subject } from './subject'
import type { ItemKind } from './kinds'
import type { JobQuery, LogLevel, PublishProgram, ScanChange } from './types'

/** Every query key, so that a live event finds what it makes stale. */
export const keys = {
  setup: ['setup'] as const,
  me: ['me'] as const,
  libraries: ['libraries'] as const,
  explained: (libraryId: number, path: string) => ['libraries', 'explained', libraryId, path] as const,
  system: ['system'] as const,
  nodes: ['nodes'] as const,
  providers: ['providers'] as const,
  folders: (path: string | null) => ['folders', path] as const,

  jobs: ['jobs'] as const,
  jobLists: ['jobs', 'list'] as const,
  jobList: (query: JobQuery) => ['jobs', 'list', query] as const,
  job: (id: number) => ['jobs', 'one', id] as const,
  latestScans: ['jobs', 'latest-scan'] as const,
  latestScan: (libraryId: number) => ['jobs', 'latest-scan', libraryId] as const,
  jobLog: (id: number, level: LogLevel) => ['job-log', id, level] as const,

  scans: ['scans'] as const,
  scan: (id: number) => ['scans', 'one', id] as const,
  libraryScans: ['scans', 'library'] as const,
  libraryScan: (libraryId: number) => ['scans', 'library', libraryId] as const,
  failedScans: (jobId: number) => ['scans', 'failed', jobId] as const,
  scanErrors: (id: number, offset: number) => ['scan-errors', id, offset] as const,
  scanItems: (id: number, change: ScanChange | undefined, offset: number) =>
    ['scan-items', id, change, offset] as const,

  items: ['items'] as const,
  libraryItems: (libraryId: number) => ['items', libraryId] as const,
  itemPage: (libraryId: number, kind: ItemKind, query: object) => ['items', libraryId, kind, query] as const,
  children: (libraryId: number, itemId: number) => ['items', libraryId, 'inside', itemId] as const,
  pages: (fileId: number) => ['pages', fileId] as const,

  names: ['names'] as const,
  nameList: (kind: string, query: object) => ['names', kind, 'list', query] as const,
  name: (kind: string, id: number) => ['names', kind, 'one', id] as const,
  search: (text: string) => ['search', text] as const,

  review: ['review'] as const,
  reviewPage: (offset: number, limit: number) => ['review', offset, limit] as const,
  publishKinds: (libraryId: number) => ['publishing', libraryId, 'kinds'] as const,
  publishPlans: (libraryId: number) => ['publishing', libraryId, 'plan'] as const,
  publishPlan: (libraryId: number, program: PublishProgram) =>
    ['publishing', libraryId, 'plan', program] as const,
  publishTotals: (libraryId: number) => ['publishing', libraryId, 'counts'] as const,
  publishCounts: (libraryId: number, program: PublishProgram) =>
    ['publishing', libraryId, 'counts', program] as const,
  publishRunLists: (libraryId: number) => ['publishing', libraryId, 'runs'] as const,
  publishRuns: (libraryId: number, offset: number) => ['publishing', libraryId, 'runs', offset] as const,
  publishAnyRun: ['publish-run'] as const,
  publishRun: (id: number) => ['publish-run', id] as const,
  publishRunFiles: (id: number, state: string | undefined, offset: number) =>
    ['publish-run', id, 'files', state, offset] as const,
  trash: (libraryId: number) => ['trash', libraryId] as const,
  trashPage: (libraryId: number, offset: number) => ['trash', libraryId, offset] as const,
  trashDisposable: (libraryId: number) => ['trash', libraryId, 'disposable'] as const,

  /** Everything about one item that an edit or a scan of it makes stale, its files included. */
  item: (id: number) => ['item', id] as const,
  whole: (id: number) => ['item', id, 'whole'] as const,
  evidence: ({ kind, id, itemId }: Subject) => ['item', itemId, 'evidence', kind, id] as const,
  assets: (itemId: number) => ['item', itemId, 'assets'] as const,
  identity: (itemId: number) => ['item', itemId, 'identity'] as const,
  history: (itemId: number) => ['item', itemId, 'history'] as const,
  editing: ({ kind, id }: Subject) => ['editing', kind, id] as const,
  identityPreview: (itemId: number, provider: string, type: string, value: string) =>
    ['identity-preview', itemId, provider, type, value] as const,
  resync: ({ kind, id }: Subject) => ['resync', kind, id] as const,
  resyncPreview: ({ kind, id }: Subject) => ['resync-preview', kind, id] as const,
}
