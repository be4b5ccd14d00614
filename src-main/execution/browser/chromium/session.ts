import type { BrowserContext, Page, Request } from 'playwright-core'
import type { Guard } from '../../web/guard/guard.ts'
import type { WebAllowance } from '../../web/web.ts'
import { type CheckedProxy, startCheckedProxy } from './checked-proxy.ts'
import { type LaunchOptions, launchBrowser } from './launch.ts'
import { type PageWatch, watchPage } from './page-watch.ts'

/** A running browser with one watched page a conversation. */
export interface BrowserSession {
  readonly context: BrowserContext
  readonly proxy: CheckedProxy
  /** The conversation's page; a new one where there is none or the last one is gone. */
  pageFor(conversationId: string, allowance: WebAllowance): Promise<PageWatch>
  /** The conversation's page, if it has one. */
  existing(conversationId: string): PageWatch | undefined
  alive(): boolean
  close(): Promise<void>
}

export async function startSession(
  options: Omit<LaunchOptions, 'proxy'>,
  guard: Guard,
): Promise<BrowserSession> {
  const proxy = await startCheckedProxy()
  const context = await launchBrowser({ ...options, proxy: proxy.address }).catch(async (error: unknown) => {
    await proxy.close()
    throw error
  })
  const watches = new Map<string, PageWatch>()
  const byPage = new Map<Page, PageWatch>()
  let alive = true
  context.on('close', () => {
    alive = false
    void proxy.close()
  })
  const watchOf = (request: Request): PageWatch | undefined => {
    try {
      return byPage.get(request.frame().page())
    } catch {
      // a request of a page that is not there yet: nobody asked for it
      return undefined
    }
  }

  // sockets cannot be judged request by request: none is opened
  await context.routeWebSocket(/.*/, (socket) => socket.close())
  await context.route('**/*', async (route) => {
    const request = route.request()
    const watch = request.serviceWorker() ? undefined : watchOf(request)
    // a page may close while its request is judged: there is nothing left to answer then
    await (watch ? watch.onRoute(route) : route.abort('blockedbyclient')).catch(() => undefined)
  })
  const existing = (conversationId: string): PageWatch | undefined => {
    const watch = watches.get(conversationId)
    return watch && !watch.page.isClosed() ? watch : undefined
  }

  return {
    context,
    proxy,
    existing,
    pageFor: async (conversationId, allowance) => {
      const known = existing(conversationId)
      if (known) return known
      const page = await context.newPage()
      const watch = await watchPage(context, page, { guard, proxy }, allowance)
      watches.set(conversationId, watch)
      byPage.set(page, watch)
      page.on('close', () => byPage.delete(page))
      page.on('crash', () => void page.close().catch(() => undefined))
      return watch
    },
    alive: () => alive,
    close: async () => {
      await context.close()
      await proxy.close()
    },
  }
}
