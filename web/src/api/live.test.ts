import { expect, test, vi } from 'vitest'
import { LiveClient, type FetchEvents, type LiveConnection } from './live'
import type { EventList } from './types'

class FakeHub implements LiveConnection {
  readonly invoked: unknown[][] = []
  readonly handlers = new Map<string, (payload: never) => void>()
  reconnecting = () => {}
  reconnected = () => {}
  closed = () => {}
  start = () => Promise.resolve()
  stop = () => Promise.resolve()
  invoke = (...call: unknown[]) => {
    this.invoked.push(call)
    return Promise.resolve()
  }
  on(name: string, handler: (payload: never) => void) {
    this.handlers.set(name, handler)
  }
  onreconnecting = (handler: () => void) => void (this.reconnecting = handler)
  onreconnected = (handler: () => void) => void (this.reconnected = handler)
  onclose = (handler: () => void) => void (this.closed = handler)
  tell(seq: number, libraryId = seq) {
    this.handlers.get('library:changed')!({ seq, libraryId } as never)
  }
}

const answer = (change: Partial<EventList>): EventList => ({
  epoch: 'one',
  seq: 0,
  reset: false,
  events: [],
  ...change,
})

const missed = (...seqs: number[]) =>
  seqs.map((seq) => ({ seq, name: 'library:changed', at: '', payload: { seq, libraryId: seq } }))

const settle = () => new Promise((done) => setTimeout(done))

/** A client that is connected and stands at seq 10 of epoch `one`. */
async function connected() {
  const hubs: FakeHub[] = []
  const fetchEvents = vi.fn<FetchEvents>().mockResolvedValue(answer({ seq: 10 }))
  const open = () => {
    hubs.push(new FakeHub())
    return hubs.at(-1)!
  }
  const client = new LiveClient(open, fetchEvents)
  const heard: number[] = []
  const reset = vi.fn()
  client.on('library:changed', ({ libraryId }) => heard.push(libraryId))
  client.onReset(reset)
  client.start()
  await settle()
  reset.mockClear()
  return { client, hubs, hub: hubs[0]!, fetchEvents, heard, reset }
}

test('C12 events reach their handlers', async () => {
  const { hub, heard } = await connected()
  hub.tell(11)
  hub.tell(12)
  expect(heard).toEqual([11, 12])
})

test('C12 an event is delivered once', async () => {
  const { hub, heard } = await connected()
  hub.tell(11)
  hub.tell(11)
  hub.tell(10)
  expect(heard).toEqual([11])
})

test('C12 after a reconnect the missed events come first, then those held back, each once', async () => {
  const { hub, heard, fetchEvents, reset } = await connected()
  hub.tell(11)
  hub.reconnecting()
  let arrive!: (events: EventList) => void
  fetchEvents.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)))
  hub.reconnected()
  hub.tell(15)
  hub.tell(14)
  expect(heard).toEqual([11])
  arrive(answer({ seq: 14, events: missed(12, 13, 14) }))
  await settle()
  expect(fetchEvents).toHaveBeenLastCalledWith({ epoch: 'one', seq: 11 })
  expect(heard).toEqual([11, 12, 13, 14, 15])
  expect(reset).not.toHaveBeenCalled()
})

test('C12 a reset reloads everything and goes on from the new epoch', async () => {
  const { hub, heard, fetchEvents, reset } = await connected()
  hub.reconnecting()
  fetchEvents.mockResolvedValueOnce(answer({ epoch: 'two', seq: 3, reset: true }))
  hub.reconnected()
  await settle()
  expect(reset).toHaveBeenCalledOnce()
  hub.tell(4)
  expect(heard).toEqual([4])
  hub.reconnecting()
  hub.reconnected()
  await settle()
  expect(fetchEvents).toHaveBeenLastCalledWith({ epoch: 'two', seq: 4 })
})

test('C12 when the missed events cannot be had, everything reloads', async () => {
  const { hub, heard, fetchEvents, reset } = await connected()
  hub.reconnecting()
  fetchEvents.mockRejectedValueOnce(new TypeError('down'))
  hub.reconnected()
  await settle()
  expect(reset).toHaveBeenCalledOnce()
  hub.tell(30)
  expect(heard).toEqual([30])
})

test('C12 a closed connection is opened again and catches up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const arrived = connected()
  await vi.advanceTimersByTimeAsync(1)
  const { hub, hubs, fetchEvents } = await arrived
  hub.closed()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(hubs).toHaveLength(2)
  expect(fetchEvents).toHaveBeenLastCalledWith({ epoch: 'one', seq: 10 })
  vi.useRealTimers()
})

test('A11 a watched job is watched again after a reconnect, until the last watcher leaves', async () => {
  const { client, hub } = await connected()
  const first = client.watchJob(5)
  const second = client.watchJob(5)
  hub.reconnecting()
  hub.reconnected()
  await settle()
  first()
  second()
  expect(hub.invoked).toEqual([
    ['WatchJob', 5],
    ['WatchJob', 5],
    ['UnwatchJob', 5],
  ])
})
