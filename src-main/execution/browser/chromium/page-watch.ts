import type { BrowserContext, CDPSession, Page, Request, Route } from 'playwright-core'
import { messageOf, ToolError } from '../../../vocabulary/errors.ts'
import type { Guard } from '../../web/guard/guard.ts'
import type { WebAllowance } from '../../web/web.ts'
import type { PageSnapshot } from '../browser.ts'
import type { CheckedProxy } from './checked-proxy.ts'
import { judgeRequest, type PageRequest } from './judge-request.ts'

/** A request that a page made and that was let out. */
export interface Sent {
  readonly request: Request
  readonly method: string
  readonly url: string
  readonly navigation: boolean
}

/** What goes on in one page: which requests it may make, which it made, which were kept back and why. */
export interface PageWatch {
  readonly page: Page
  /** Whose hosts the page may reach; of the call that is under way, or was last. */
  allowance: WebAllowance
  /** The address the agent itself is opening: where it leads is checked, not whether it leaves the page's site. */
  opening: string | undefined
  /** The last address the whole page was let go to. */
  heading: string | undefined
  /** When the agent opened the page, in ms since the epoch; undefined once something was done on it. */
  openedAt: number | undefined
  shown: PageSnapshot | undefined
  readonly blocked: string[]
  /** Why the page could not go where it was to go, since the last `mark`. */
  refusedNavigation: ToolError | undefined
  readonly sent: readonly Sent[]
  /** Forgets what was sent and refused so far. */
  mark(): void
  /** Comes back when the page has been quiet for a moment, or after `maxMs`. */
  settle(maxMs: number): Promise<void>
  onRoute(route: Route): Promise<void>
}

const QUIET_MS = 120
const POLL_MS = 20

export async function watchPage(
  context: BrowserContext,
  page: Page,
  { guard, proxy }: { guard: Guard; proxy: CheckedProxy },
  allowance: WebAllowance,
): Promise<PageWatch> {
  const open = new Set<Request>()
  let lastChange = Date.now()
  const sent: Sent[] = []
  const cdp = await context.newCDPSession(page)

  const judge = async (request: PageRequest): Promise<boolean> => {
    try {
      const target = await judgeRequest(guard, watch, request)
      if (target) proxy.admit(target)
      if (request.main) watch.heading = request.url
      return true
    } catch (error) {
      // whatever went wrong while judging, the request does not leave
      const reason =
        error instanceof ToolError
          ? error
          : new ToolError('host-not-allowed', messageOf(error), { cause: error })
      watch.blocked.push(`${request.url}: ${reason.message}`)
      if (request.main) watch.refusedNavigation = reason
      return false
    }
  }

  const watch: PageWatch = {
    page,
    allowance,
    opening: undefined,
    heading: undefined,
    openedAt: undefined,
    shown: undefined,
    blocked: [],
    refusedNavigation: undefined,
    sent,
    mark: () => {
      sent.length = 0
      watch.refusedNavigation = undefined
    },
    settle: async (maxMs) => {
      const deadline = Date.now() + maxMs
      lastChange = Date.now()
      while (Date.now() < deadline && !page.isClosed()) {
        if (open.size === 0 && Date.now() - lastChange >= QUIET_MS) return
        await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      }
    },
    onRoute: async (route) => {
      const request = route.request()
      const main = request.isNavigationRequest() && request.frame() === page.mainFrame()
      const allowed = await judge({ url: request.url(), method: request.method(), main, from: undefined })
      if (!allowed) return route.abort('blockedbyclient')
      sent.push({ request, method: request.method(), url: request.url(), navigation: main })
      return route.continue()
    },
  }

  page.on('request', (request) => {
    open.add(request)
    lastChange = Date.now()
  })
  const ended = (request: Request) => {
    open.delete(request)
    lastChange = Date.now()
  }
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  page.on('dialog', (dialog) => {
    watch.blocked.push(`The page's ${dialog.type()} "${dialog.message()}" was dismissed.`)
    void dialog.dismiss()
  })
  await judgeRedirects(cdp, judge)
  return watch
}

/** Routing sees only the first address of a chain of redirects; the protocol's own interception sees each of them. */
async function judgeRedirects(
  cdp: CDPSession,
  judge: (request: PageRequest) => Promise<boolean>,
): Promise<void> {
  const addresses = new Map<string, string>()
  const { frameTree } = await cdp.send('Page.getFrameTree')
  cdp.on(
    'Fetch.requestPaused',
    async ({ requestId, redirectedRequestId, request, frameId, resourceType }) => {
      const from = redirectedRequestId === undefined ? undefined : addresses.get(redirectedRequestId)
      if (redirectedRequestId !== undefined) addresses.delete(redirectedRequestId)
      addresses.set(requestId, request.url)
      const main = resourceType === 'Document' && frameId === frameTree.frame.id
      const allowed =
        redirectedRequestId === undefined ||
        (await judge({ url: request.url, method: request.method, main, from: from ?? request.url }))
      const answer = allowed
        ? cdp.send('Fetch.continueRequest', { requestId })
        : cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
      // the page may be gone by now, and its request with it
      await answer.catch(() => undefined)
    },
  )
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}
