import { mkdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import { messageOf, ToolError } from '../../../vocabulary/errors.ts'

export interface LaunchOptions {
  readonly executablePath: string
  readonly profileDir: string
  readonly launchArgs: readonly string[]
  /** The only way out: see checked-proxy.ts. */
  readonly proxy: string
}

const PROFILE_TRIES = 8
const PROFILE_PAUSE_MS = 400

/** What keeps the browser from talking to anyone on its own account, or past the proxy. */
const QUIET_ARGS = [
  '--block-new-web-contents',
  '--disable-domain-reliability',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--no-first-run',
  '--no-pings',
]

/** Starts the browser on the agent's own profile, without a window. Throws ToolError 'browser-failed'. */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserContext> {
  const { executablePath, profileDir, launchArgs, proxy } = options
  // loaded when the first page is wanted: it is large, and most goals need no browser
  const { chromium } = await import('playwright-core')
  // as root Chromium refuses to start with its sandbox
  const root = process.getuid?.() === 0
  await mkdir(profileDir, { recursive: true, mode: 0o700 })
  const start = () =>
    chromium.launchPersistentContext(profileDir, {
      executablePath,
      headless: true,
      chromiumSandbox: !root && !launchArgs.includes('--no-sandbox'),
      args: [...QUIET_ARGS, ...launchArgs],
      proxy: { server: proxy },
      serviceWorkers: 'block',
      acceptDownloads: false,
      viewport: { width: 1280, height: 800 },
      timeout: 30_000,
    })
  try {
    return await withProfileFree(start)
  } catch (cause) {
    throw new ToolError(
      'browser-failed',
      `The browser ${executablePath} does not start: ${firstLine(cause)}`,
      {
        fix: 'Close other programs that use its profile, or install Chrome or Chromium anew.',
        cause,
      },
    )
  }
}

/** After a kill of the agent the old browser needs a moment to notice, and holds the profile until then. */
async function withProfileFree<Result>(start: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start()
    } catch (error) {
      if (
        attempt === PROFILE_TRIES ||
        !/existing browser session|ProcessSingleton|profile.{0,40}in use/i.test(messageOf(error))
      ) {
        throw error
      }
      await delay(PROFILE_PAUSE_MS)
    }
  }
}

/** Playwright's messages carry a log of many lines, and colours. */
export function firstLine(error: unknown): string {
  // biome-ignore lint/complexity/useRegexLiterals: an escape character may not stand in a literal
  const plain = messageOf(error).replace(new RegExp('\\u001b\\[\\d+m', 'g'), '')
  return (plain.split('\n')[0] ?? '').trim()
}
