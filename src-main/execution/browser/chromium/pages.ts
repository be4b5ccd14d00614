import type { Clock } from '../../../vocabulary/clock.ts'
import { ToolError } from '../../../vocabulary/errors.ts'
import type { Guard } from '../../web/guard/guard.ts'
import type { WebAllowance } from '../../web/web.ts'
import type { CheckedProxy } from './checked-proxy.ts'
import { firstLine } from './launch.ts'
import type { PageWatch } from './page-watch.ts'
import { type BrowserSession, startSession } from './session.ts'

export interface PagesOptions {
  readonly profileDir: string
  readonly launchArgs: readonly string[]
  /** Path of the browser; throws where there is none. */
  readonly required: () => string
  readonly guard: Guard
  readonly clock: Clock
  readonly idleMs: number
}

/** The conversations' pages: the browser behind them starts when one is wanted, and ends when none is for long. */
export interface Pages {
  /**
   * Does some work on a conversation's page, after what was asked of it before. `effectful` work that breaks off leaves
   * its effect uncertain. Throws ToolError only.
   */
  use<Result>(
    conversationId: string,
    allowance: WebAllowance,
    effectful: boolean,
    work: (watch: PageWatch, proxy: CheckedProxy) => Promise<Result>,
  ): Promise<Result>
  /** A conversation's page, if it has one; starts nothing. */
  existing(conversationId: string): Promise<PageWatch | undefined>
  close(): Promise<void>
}

export function createPages(options: PagesOptions): Pages {
  const { clock, idleMs } = options
  let session: Promise<BrowserSession> | undefined
  let busy = 0
  let closed = false
  let cancelIdle: (() => void) | undefined
  const queues = new Map<string, Promise<unknown>>()

  const running = async (): Promise<BrowserSession> => {
    if (closed) throw new ToolError('browser-failed', 'The browser is being closed.')
    const present = session
    // whoever sees first that it has ended starts the next one, for all
    if (present && !(await present).alive() && session === present) session = undefined
    session ??= startSession(
      { executablePath: options.required(), profileDir: options.profileDir, launchArgs: options.launchArgs },
      options.guard,
    ).catch((error: unknown) => {
      session = undefined
      throw error
    })
    return session
  }

  const stop = async (): Promise<void> => {
    const ending = session
    session = undefined
    cancelIdle?.()
    if (ending) await (await ending).close()
  }

  const idle = (): void => {
    cancelIdle?.()
    // where closing fails the process is gone already, which is what was wanted
    cancelIdle = clock.after(idleMs, () => void (busy === 0 && stop().catch(() => undefined)))
  }

  const use: Pages['use'] = async (conversationId, allowance, effectful, work) => {
    const { proxy, pageFor } = await running()
    const watch = await pageFor(conversationId, allowance)
    watch.allowance = allowance
    return untilStopped(watch, allowance.signal, effectful, () => work(watch, proxy))
  }

  return {
    use: async (conversationId, allowance, effectful, work) => {
      const before = queues.get(conversationId)
      busy++
      cancelIdle?.()
      const mine = (async () => {
        // the work before this one has told its own caller how it ended
        await before?.catch(() => undefined)
        return use(conversationId, allowance, effectful, work)
      })()
      queues.set(conversationId, mine)
      try {
        return await mine
      } finally {
        busy--
        if (queues.get(conversationId) === mine) queues.delete(conversationId)
        if (busy === 0) idle()
      }
    },
    existing: async (conversationId) => (await session)?.existing(conversationId),
    close: async () => {
      closed = true
      await stop()
    },
  }
}

/** Closes the page when the call is given up, which ends whatever it waits for. */
async function untilStopped<Result>(
  { page }: PageWatch,
  signal: AbortSignal,
  effectful: boolean,
  work: () => Promise<Result>,
): Promise<Result> {
  const effectUncertain = effectful
  let closing: Promise<void> | undefined
  const giveUp = () => {
    // a page that cannot be closed is gone already
    closing = page.close().catch(() => undefined)
  }
  if (signal.aborted) throw new ToolError('aborted', 'The call was stopped before it began.')
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await work()
  } catch (error) {
    await closing
    if (signal.aborted) {
      throw new ToolError('aborted', 'The call was stopped.', { effectUncertain, cause: error })
    }
    if (error instanceof ToolError) throw error
    const text = firstLine(error)
    throw /closed|crashed|disconnected/i.test(text)
      ? new ToolError('browser-crashed', 'The browser ended while it was at work.', {
          fix: 'Try again: it is started anew.',
          effectUncertain,
          cause: error,
        })
      : new ToolError('browser-failed', `The browser could not do that: ${text}`, {
          effectUncertain,
          cause: error,
        })
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
