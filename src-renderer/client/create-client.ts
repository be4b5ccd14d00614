import type { AdjutantClient } from '../adjutant-client.ts'
import { createBridgeClient } from './bridge-client.ts'
import { createHttpClient } from './http-client.ts'

/** The client for where this page runs: the desktop window's bridge, else HTTP to where the page came from. */
export const createClient = (page: Window): AdjutantClient =>
  page.adjutant
    ? createBridgeClient(page.adjutant)
    : createHttpClient({
        fetch: (url, init) => page.fetch(url, init),
        openEvents: (url) => new EventSource(url),
        after: (delayMs, callback) => {
          const timer = page.setTimeout(callback, delayMs)
          return () => page.clearTimeout(timer)
        },
      })
