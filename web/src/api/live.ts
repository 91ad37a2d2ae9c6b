import { LIVE_NAMES, type LiveEvents, type LiveName } from './live-events'
import type { EventList } from './types'

/** The part of a hub connection this client needs; SignalR's own fits. */
export interface LiveConnection {
  start(): Promise<void>
  stop(): Promise<void>
  invoke(method: string, ...args: unknown[]): Promise<unknown>
  on(name: string, handler: (payload: never) => void): void
  onreconnecting(handler: () => void): void
  onreconnected(handler: () => void): void
  onclose(handler: () => void): void
}

interface Cursor {
  epoch: string
  seq: number
}

export type FetchEvents = (cursor: Cursor | null) => Promise<EventList>

type Handler<N extends LiveName> = (payload: LiveEvents[N]) => void
type Held = { name: LiveName; payload: { seq: number } }

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * One live connection for the whole page. Events reach their handlers once and in order, also those that
 * went out while the connection was down: after a reconnect new ones are held until the missed ones arrived.
 */
export class LiveClient {
  private readonly handlers = new Map<LiveName, Set<Handler<LiveName>>>()
  private readonly resets = new Set<() => void>()
  private readonly arrivals = new Set<() => void>()
  private readonly watched = new Map<number, number>()
  private connection: LiveConnection | null = null
  private cursor: Cursor | null = null
  private held: Held[] | null = []
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly open: () => LiveConnection
  private readonly fetchEvents: FetchEvents

  constructor(open: () => LiveConnection, fetchEvents: FetchEvents) {
    this.open = open
    this.fetchEvents = fetchEvents
  }

  start() {
    if (this.connection) return
    const connection = this.open()
    this.connection = connection
    for (const name of LIVE_NAMES) {
      connection.on(name, (payload: { seq: number }) => this.receive(name, payload))
    }
    connection.onreconnecting(() => this.hold())
    connection.onreconnected(() => void this.catchUp())
    connection.onclose(() => this.reopen())
    connection.start().then(
      () => this.catchUp(),
      () => this.reopen(),
    )
  }

  stop() {
    clearTimeout(this.timer)
    const connection = this.connection
    this.connection = null
    this.cursor = null
    this.hold()
    void connection?.stop()
  }

  on<N extends LiveName>(name: N, handler: Handler<N>): () => void {
    const set = this.handlers.get(name) ?? new Set()
    this.handlers.set(name, set)
    set.add(handler as Handler<LiveName>)
    return () => set.delete(handler as Handler<LiveName>)
  }

  /** Called when what was missed cannot be told: everything shown may be stale. */
  onReset(handler: () => void): () => void {
    this.resets.add(handler)
    return () => this.resets.delete(handler)
  }

  /** Called whenever the connection stands again and what was missed has been told, but for log lines. */
  onCaughtUp(handler: () => void): () => void {
    this.arrivals.add(handler)
    return () => this.arrivals.delete(handler)
  }

  /** Asks for the log lines of one job until the returned function is called. */
  watchJob(jobId: number): () => void {
    const watchers = (this.watched.get(jobId) ?? 0) + 1
    this.watched.set(jobId, watchers)
    if (watchers === 1) this.send('WatchJob', jobId)
    return () => {
      const left = (this.watched.get(jobId) ?? 1) - 1
      if (left > 0) return void this.watched.set(jobId, left)
      this.watched.delete(jobId)
      this.send('UnwatchJob', jobId)
    }
  }

  /** While the connection is down this fails, which is fine: catching up sends it again. */
  private send(method: string, jobId: number) {
    this.connection?.invoke(method, jobId).catch(() => undefined)
  }

  private hold() {
    this.held ??= []
  }

  private receive(name: LiveName, payload: { seq: number }) {
    if (this.held) this.held.push({ name, payload })
    else this.deliver(name, payload)
  }

  private deliver(name: LiveName, payload: { seq: number }) {
    if (this.cursor) {
      if (payload.seq <= this.cursor.seq) return
      this.cursor.seq = payload.seq
    }
    this.handlers.get(name)?.forEach((handler) => handler(payload as never))
  }

  private async catchUp() {
    this.failures = 0
    this.watched.forEach((_, jobId) => this.send('WatchJob', jobId))
    const connection = this.connection
    let missed: EventList
    try {
      missed = await this.fetchEvents(this.cursor)
    } catch {
      // Without an answer nobody knows what was missed: reload, and go on with what comes.
      if (connection === this.connection) this.release()
      this.resets.forEach((reset) => reset())
      return
    }
    if (connection !== this.connection) return
    const unknown = this.cursor === null || missed.reset
    this.cursor = { epoch: missed.epoch, seq: unknown ? missed.seq : this.cursor!.seq }
    if (unknown) this.resets.forEach((reset) => reset())
    else for (const event of missed.events) this.replay(event)
    this.release()
  }

  private replay(event: EventList['events'][number]) {
    this.deliver(event.name as LiveName, { ...(event.payload as object), seq: event.seq })
  }

  private release() {
    const held = this.held ?? []
    this.held = null
    held.sort((a, b) => a.payload.seq - b.payload.seq)
    for (const { name, payload } of held) this.deliver(name, payload)
    this.arrivals.forEach((arrival) => arrival())
  }

  private reopen() {
    if (!this.connection) return
    this.connection = null
    this.hold()
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]
    this.failures += 1
    this.timer = setTimeout(() => this.start(), wait)
  }
}
