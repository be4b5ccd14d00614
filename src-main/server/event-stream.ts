import type { ServerResponse } from 'node:http'
import type { Clock } from '../vocabulary/clock.ts'
import type { EventFeed, FeedItem } from './event-feed.ts'

const HEARTBEAT_MS = 15_000
/** A listener that takes nothing for so long that this much waits for it is dropped; it comes back for the rest. */
const WAITING_MOST = 8_000_000

/**
 * Writes the feed as server-sent events (HTML standard, section 9.2): `id` and `data` for each event, a comment as a
 * heartbeat, and `event: reset` where what the listener missed is gone. Ends with the connection.
 */
export function streamEvents(
  response: ServerResponse,
  feed: EventFeed,
  clock: Clock,
  lastId?: number,
): () => void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  })
  response.write('retry: 1000\n\n')
  const write = ({ id, json }: FeedItem) => {
    if (response.writableLength > WAITING_MOST) response.destroy()
    else response.write(`${id === undefined ? '' : `id: ${id}\n`}data: ${json}\n\n`)
  }
  const { gap, end } = feed.listen(write, lastId)
  if (gap) response.write('event: reset\ndata: {}\n\n')
  let stopBeat: () => void
  const beat = () => {
    response.write(': beat\n\n')
    stopBeat = clock.after(HEARTBEAT_MS, beat)
  }
  stopBeat = clock.after(HEARTBEAT_MS, beat)
  response.on('close', () => {
    end()
    stopBeat()
  })
  return () => response.end()
}
