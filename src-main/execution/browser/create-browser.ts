import { type Clock, systemClock } from '../../vocabulary/clock.ts'
import { ToolError } from '../../vocabulary/errors.ts'
import type { Web } from '../web/create-web.ts'
import type { WebAllowance } from '../web/web.ts'
import type { BrowserPort } from './browser.ts'
import { act } from './chromium/act.ts'
import { fillFields } from './chromium/fill-form.ts'
import { isTimeout, navigate, shows } from './chromium/navigate.ts'
import type { PageWatch } from './chromium/page-watch.ts'
import { createPages } from './chromium/pages.ts'
import { renderedHtml } from './chromium/rendered-html.ts'
import { takeScreenshot } from './chromium/screenshot.ts'
import { takeSnapshot } from './chromium/snapshot.ts'
import { submitForm } from './chromium/submit-form.ts'
import { extractPage } from './extract/extract-page.ts'
import { findExecutable } from './find-executable.ts'
import { createPlainPages, noBrowser } from './plain-pages.ts'

export interface BrowserOptions {
  /** Folder of the browser's own profile; made where absent. */
  readonly profileDir: string
  readonly web: Web
  /** Instead of searching for one. */
  readonly executablePath?: string
  readonly launchArgs?: readonly string[]
  readonly clock?: Clock
  /** The browser is closed when nothing was asked of it for this long. */
  readonly idleMs?: number
}

const IDLE_MS = 5 * 60_000
const APPEAR_MS = 15_000

/** BrowserPort over an installed Chromium, started when the first page is wanted. */
export function createBrowser(options: BrowserOptions): BrowserPort {
  const { profileDir, web, launchArgs = [], clock = systemClock, idleMs = IDLE_MS } = options
  const plain = createPlainPages(web)
  const executable = () => findExecutable({ explicit: options.executablePath })
  const required = (): string => {
    const path = executable()
    if (!path) throw noBrowser(options.executablePath ?? (process.env.ADJUTANT_BROWSER || undefined))
    return path
  }
  const pages = createPages({ profileDir, launchArgs, required, guard: web.guard, clock, idleMs })

  const onOpenPage = <Result>(
    conversationId: string,
    allowance: WebAllowance,
    effectful: boolean,
    work: (watch: PageWatch) => Promise<Result>,
  ) =>
    pages.use(conversationId, allowance, effectful, (watch) => {
      if (watch.page.url() === 'about:blank') throw nothingOpen()
      return work(watch)
    })

  const onPageAt = <Result>(
    conversationId: string,
    url: string,
    allowance: WebAllowance,
    work: (watch: PageWatch) => Promise<Result>,
  ) =>
    pages.use(conversationId, allowance, false, async (watch, proxy) => {
      if (!shows(watch, url)) await navigate(watch, proxy, url)
      return work(watch)
    })

  return {
    executable,
    open: async (conversationId, url, allowance) => {
      if (!executable()) return plain.open(url, allowance)
      return pages.use(conversationId, allowance, false, async (watch, proxy) => {
        await navigate(watch, proxy, url)
        return takeSnapshot(watch)
      })
    },
    snapshot: (conversationId, allowance) => onOpenPage(conversationId, allowance, false, takeSnapshot),
    shown: async (conversationId) => (await pages.existing(conversationId))?.shown,
    act: (conversationId, action, allowance) =>
      onOpenPage(conversationId, allowance, true, async (watch) => {
        const sent = await act(watch, action)
        return { ...(await takeSnapshot(watch)), sent }
      }),
    fillForm: (conversationId, { url, fields, submit }, allowance) =>
      pages.use(conversationId, allowance, submit, async (watch, proxy) => {
        await navigate(watch, proxy, url)
        const field = await fillFields(watch, fields)
        if (!submit) return takeSnapshot(watch)
        const sent = await submitForm(watch, field)
        return { ...(await takeSnapshot(watch)), sent }
      }),
    waitFor: (conversationId, text, allowance) =>
      onOpenPage(conversationId, allowance, false, async (watch) => {
        const shown = watch.page.getByText(text).filter({ visible: true }).first()
        await shown.waitFor({ state: 'visible', timeout: APPEAR_MS }).catch((cause: unknown) => {
          if (!isTimeout(cause)) throw cause
          throw new ToolError('not-shown', `"${text}" did not appear within ${APPEAR_MS / 1000} s.`, {
            cause,
          })
        })
        return takeSnapshot(watch)
      }),
    extract: async (conversationId, url, allowance) => {
      if (!executable()) return plain.extract(url, allowance)
      return onPageAt(conversationId, url, allowance, async ({ page }) =>
        extractPage(await page.evaluate(renderedHtml), page.url()),
      )
    },
    screenshot: (conversationId, url, allowance) =>
      onPageAt(conversationId, url, allowance, ({ page }) => takeScreenshot(page)),
    download: async (conversationId, url, allowance) => {
      const cookies = executable()
        ? await pages.use(conversationId, allowance, false, ({ page }) => page.context().cookies(url))
        : []
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      const { suggestedName, bytes } = await web.download(url, allowance, cookie === '' ? {} : { cookie })
      return { suggestedName, bytes }
    },
    close: () => pages.close(),
  }
}

const nothingOpen = (): ToolError =>
  new ToolError('nothing-open', 'No page is open in this conversation.', { fix: 'Open one first.' })
