import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr'
import { client, unwrap } from './client'
import { LiveClient, type LiveConnection } from './live'

/** Reconnects quickly at first, then every half a minute, for as long as the page is open. */
const reconnect = {
  nextRetryDelayInMilliseconds: ({ previousRetryCount }: { previousRetryCount: number }) =>
    Math.min(30_000, 500 * 2 ** previousRetryCount),
}

function openHub(): LiveConnection {
  return new HubConnectionBuilder()
    .withUrl('/api/live')
    .withAutomaticReconnect(reconnect)
    .configureLogging(LogLevel.None)
    .build() as LiveConnection
}

export const live = new LiveClient(openHub, (cursor) =>
  unwrap(
    client.GET('/api/events', {
      params: { query: cursor ? { after: cursor.seq, epoch: cursor.epoch } : {} },
    }),
  ),
)
