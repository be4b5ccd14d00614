import type { KeyObject } from 'node:crypto'
import { fetchReason } from './fetch-reason.ts'
import { readFeed, UpdateError, type UpdateFeed } from './update-feed.ts'

/** Where a feed's signature lies: beside it. */
const signatureOf = (feed: URL): URL => {
  const place = new URL(feed)
  place.pathname += '.sig'
  return place
}
const FEED_BYTES = 200_000
const PATIENCE_MS = 20_000

/** Asks for the feed and its signature. Throws UpdateError. */
export async function fetchFeed(
  address: string,
  key: KeyObject,
  { now = Date.now, signal }: { now?: () => number; signal?: AbortSignal } = {},
): Promise<UpdateFeed> {
  const url = feedAddress(address)
  const text = await fetchBytes(url, FEED_BYTES, signal)
  const signature = await fetchBytes(signatureOf(url), 1_000, signal)
  return readFeed(text, Buffer.from(signature).toString('latin1'), key, now())
}

/** The address, where it is one that is asked: what is asked is seen by nobody on the way. Throws UpdateError. */
function feedAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const here = url && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && here))) return url
  throw new UpdateError('feed-address', `updates.feed: "${address}" is not an https address.`, {
    fix: 'Only a feed on this computer itself may be without encryption.',
  })
}

/** All bytes of an answer, no more than `most`. Throws UpdateError. */
async function fetchBytes(url: URL, most: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const unreachable = (why: string, cause?: unknown) =>
    new UpdateError('feed-unreachable', `${url.href} ${why}.`, {
      fix: 'Check the connection and the address of the feed.',
      cause,
    })
  try {
    const patience = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(url, {
      redirect: 'error',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
    if (!response.ok) throw unreachable(`answers ${response.status}`)
    const chunks: Uint8Array[] = []
    let sum = 0
    for await (const chunk of response.body ?? []) {
      sum += chunk.length
      if (sum > most) throw unreachable(`is no feed: it is longer than ${most} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof UpdateError) throw error
    throw unreachable(`cannot be reached: ${fetchReason(error)}`, error)
  }
}
