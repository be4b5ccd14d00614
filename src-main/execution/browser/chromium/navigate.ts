import { ToolError } from '../../../vocabulary/errors.ts'
import { parseAddress } from '../../web/guard/guard.ts'
import { describeStatus } from '../../web/http/describe-status.ts'
import type { CheckedProxy } from './checked-proxy.ts'
import { firstLine } from './launch.ts'
import type { PageWatch } from './page-watch.ts'

const NAVIGATION_MS = 20_000
/** Scripts that fill a page get this long after it has loaded. */
const SETTLE_MS = 4_000
const FRESH_MS = 30_000

/** Opens an address in a page and waits until it has come to rest. Throws ToolError where it did not get there. */
export async function navigate(watch: PageWatch, proxy: CheckedProxy, address: string): Promise<void> {
  const url = parseAddress(address)
  watch.mark()
  watch.blocked.length = 0
  watch.opening = withoutHash(url)
  try {
    const response = await watch.page.goto(url.href, {
      waitUntil: 'domcontentloaded',
      timeout: NAVIGATION_MS,
    })
    const status = response?.status() ?? 200
    if (status >= 400) {
      throw new ToolError('http-status', `${url.href} answered ${describeStatus(status)}.`, {
        fix: status >= 500 ? 'The server has trouble; try again later.' : 'Check the address.',
      })
    }
    await watch.settle(SETTLE_MS)
    watch.openedAt = Date.now()
  } catch (error) {
    if (error instanceof ToolError) throw error
    const reason = explain(error, watch, proxy, url)
    // the browser is about to show an error page of its own, which would get into the way of the next address
    await watch.page.close()
    throw reason
  } finally {
    watch.opening = undefined
  }
}

/**
 * Whether the page shows this address, and need not be opened anew: something was done on it, which would be lost, or it
 * was opened a moment ago.
 */
export const shows = ({ page, openedAt }: PageWatch, address: string): boolean =>
  page.url() === parseAddress(address).href && (openedAt === undefined || Date.now() - openedAt < FRESH_MS)

const withoutHash = (url: URL): string => {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}

export const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'

function explain(error: unknown, watch: PageWatch, proxy: CheckedProxy, url: URL): unknown {
  if (watch.refusedNavigation) return watch.refusedNavigation
  const text = firstLine(error)
  if (/Download is starting/i.test(text)) {
    return new ToolError('is-a-download', `${url.href} is a file, not a page.`, {
      fix: 'Download it instead.',
    })
  }
  if (isTimeout(error)) {
    return new ToolError('timeout', `${url.href} took longer than ${NAVIGATION_MS / 1000} s.`, {
      fix: 'Try again later.',
      cause: error,
    })
  }
  const failed = /net::(ERR_\w+)/.exec(text)?.[1]
  if (!failed) return error
  if (failed === 'ERR_TOO_MANY_REDIRECTS') {
    return new ToolError('too-many-redirects', `${url.href} redirects without an end.`, { cause: error })
  }
  if (failed === 'ERR_UNSAFE_REDIRECT') {
    return new ToolError('redirect-refused', `${url.href} redirects to what is no web address.`, {
      cause: error,
    })
  }
  const reason = proxy.failure(url) ?? failed.slice(4).replaceAll('_', ' ').toLowerCase()
  return new ToolError('connection-failed', `No connection to ${url.host}: ${reason}.`, {
    fix: 'Check the address, and whether the server is up.',
    cause: error,
  })
}
