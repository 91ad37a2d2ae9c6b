import { useQuery } from '@tanstack/react-query'
import { ServerOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { reason } from '@/api/client'
import { nodesQuery } from '@/api/system'
import type { Node, NodeState } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { EmptyState, ErrorState, Note, Skeleton } from '@/components/ui/feedback'
import { TimeAgo } from '@/components/ui/time-ago'
import { count } from '@/lib/format'

/** Every process that shares the database, and how it is. */
export const NodeList = () => (
  <section aria-labelledby="nodes">
    <h2 id="nodes" className="mb-2 text-sm font-medium text-soft">
      Nodes
    </h2>
    <Nodes />
  </section>
)

function Nodes() {
  const nodes = useQuery(nodesQuery)
  if (nodes.isPending) return <Skeleton className="h-28 rounded-2xl" />
  if (!nodes.data) return <ErrorState error={nodes.error} onRetry={() => void nodes.refetch()} />
  if (nodes.data.length === 0) {
    return (
      <EmptyState icon={ServerOff} title="No node is at work">
        This one is starting or stopping. The list looks again by itself.
      </EmptyState>
    )
  }
  return (
    <>
      {nodes.isError ? <Stale error={nodes.error} /> : <Workless nodes={nodes.data} />}
      <NodeTable nodes={livingFirst(nodes.data)} />
    </>
  )
}

const Stale = ({ error }: { error: Error }) => (
  <Note tone="danger" className="mb-3">
    This is what was known last. {reason(error)}
  </Note>
)

function Workless({ nodes }: { nodes: Node[] }) {
  if (nodes.some((node) => node.state === 'alive' && node.readers > 0)) return null
  return (
    <Note tone="warn" className="mb-3">
      No living node works on jobs, so scans wait. Start one with <code>colophon worker</code>.
    </Note>
  )
}

const ORDER: NodeState[] = ['alive', 'frozen', 'gone']

const livingFirst = (nodes: Node[]) =>
  [...nodes].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))

const NodeTable = ({ nodes }: { nodes: Node[] }) => (
  // What is wider than a phone scrolls in here, and the page does not.
  <div
    role="region"
    aria-labelledby="nodes"
    tabIndex={0}
    className="overflow-x-auto rounded-2xl border bg-surface"
  >
    <table className="w-full text-left text-sm">
      <thead className="border-b text-xs text-soft">
        <tr>
          <Head>Host</Head>
          <Head>State</Head>
          <Head>Heartbeat</Head>
          <Head>Jobs held</Head>
          <Head>Readers</Head>
          <Head>Started</Head>
          <Head>Version</Head>
        </tr>
      </thead>
      <tbody className="divide-y">
        {nodes.map((node) => (
          <NodeRow key={node.id} node={node} />
        ))}
      </tbody>
    </table>
  </div>
)

const Head = ({ children }: { children: ReactNode }) => (
  <th scope="col" className="px-4 py-2.5 font-medium whitespace-nowrap">
    {children}
  </th>
)

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="px-4 py-3 whitespace-nowrap tabular-nums">{children}</td>
)

const NodeRow = ({ node }: { node: Node }) => (
  <tr>
    <th scope="row" className="px-4 py-3 font-medium whitespace-nowrap">
      {node.host}
      {node.is_this && <span className="ml-2 text-xs font-normal text-soft">this node</span>}
      <span className="block font-mono text-xs font-normal text-soft">{node.id}</span>
    </th>
    <Cell>
      <StateBadge state={node.state} />
    </Cell>
    <Cell>
      <TimeAgo at={node.heartbeat_at} />
    </Cell>
    <Cell>{node.state === 'gone' ? '–' : count(node.running)}</Cell>
    <Cell>{node.readers === 0 ? 'none, serves pages' : count(node.readers)}</Cell>
    <Cell>
      <TimeAgo at={node.started_at} />
    </Cell>
    <Cell>{node.version}</Cell>
  </tr>
)

const STATES: Record<NodeState, { text: string; tone: 'accent' | 'warn' | 'danger'; why: string }> = {
  alive: { text: 'Alive', tone: 'accent', why: 'Connected, and its heart beats' },
  frozen: { text: 'Frozen', tone: 'warn', why: 'Connected but silent for a minute: others took its jobs' },
  gone: { text: 'Gone', tone: 'danger', why: 'It ended without a word: others took its jobs' },
}

const StateBadge = ({ state }: { state: NodeState }) => (
  <span title={STATES[state].why}>
    <Badge tone={STATES[state].tone}>{STATES[state].text}</Badge>
  </span>
)
