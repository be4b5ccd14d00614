import type { IpcMainInvokeEvent, WebContents } from 'electron'
import {
  DESKTOP_MESSAGE_CHANNEL,
  type DesktopMessage,
  type DesktopMethodName,
  type DesktopMethods,
  type DesktopResult,
} from '../../src-preload/contract.ts'
import { failureOf } from '../operator/operator.ts'
import { RequestError } from '../vocabulary/errors.ts'
import { DESKTOP_REQUESTS } from './desktop-requests.ts'
import type { ServedWindows } from './serve-windows.ts'
import { refuseSender } from './trusted-frame.ts'

/** One function a method, already with a checked input. */
export type DesktopHandlers = {
  readonly [Name in Exclude<DesktopMethodName, 'listen'>]: (
    input: DesktopMethods[Name]['input'],
    from: WebContents,
  ) => DesktopMethods[Name]['output'] | Promise<DesktopMethods[Name]['output']>
}

export interface ServedDesktop {
  /** Tells a page. Until it listens, the last message of a type is kept for it. */
  tell(contents: WebContents, message: DesktopMessage): void
  /** Answers what a window asks, or refuses it. */
  answer(
    event: IpcMainInvokeEvent,
    method: unknown,
    input: unknown,
  ): Promise<DesktopResult<DesktopMethodName>>
}

export interface DesktopHooks {
  /** Told of a page that listens from now on. */
  readonly listens: (contents: WebContents) => void
  readonly report: (what: string, error: unknown) => void
}

/** Lets the application's own windows, and nobody else, ask the desktop for what `DesktopMethods` names. */
export function serveDesktop(
  windows: ServedWindows,
  handlers: DesktopHandlers,
  { listens, report }: DesktopHooks,
): ServedDesktop {
  const pages = new WeakMap<WebContents, Page>()
  const pageOf = (contents: WebContents): Page => {
    const page = pages.get(contents) ?? { listens: false, kept: new Map() }
    pages.set(contents, page)
    return page
  }
  const listen = (contents: WebContents): null => {
    const page = pageOf(contents)
    if (!page.listens) {
      const gone = () => {
        page.listens = false
      }
      contents.once('did-navigate', gone)
      contents.once('render-process-gone', gone)
    }
    page.listens = true
    listens(contents)
    for (const [type, message] of page.kept) {
      contents.send(DESKTOP_MESSAGE_CHANNEL, message)
      if (!STAYS.includes(type)) page.kept.delete(type)
    }
    return null
  }
  const answer = async (
    { sender, senderFrame: frame }: IpcMainInvokeEvent,
    method: unknown,
    input: unknown,
  ): Promise<DesktopResult<DesktopMethodName>> => {
    const refusal = refuseSender({ frame, mainFrame: sender.mainFrame, own: windows.has(sender) })
    if (refusal) throw new RequestError('not-allowed', `This request is refused: ${refusal}.`)
    if (typeof method !== 'string' || !Object.hasOwn(DESKTOP_REQUESTS, method))
      throw new RequestError('unknown-method', 'The desktop has no such method.')
    const name = method as DesktopMethodName
    const parsed = DESKTOP_REQUESTS[name].safeParse(input)
    if (!parsed.success)
      throw new RequestError('bad-request', `${name}: its input is not of the known shape.`)
    if (name === 'listen') return { ok: true, value: listen(sender) }
    const handle = handlers[name] as (input: unknown, from: WebContents) => unknown
    return { ok: true, value: (await handle(parsed.data, sender)) as null }
  }
  return {
    answer: (event, method, input) =>
      answer(event, method, input).catch((error) => {
        report('a window asked the desktop in vain', error)
        return { ok: false, error: failureOf(error) }
      }),
    tell: (contents, message) => {
      if (contents.isDestroyed()) return
      const { listens, kept } = pageOf(contents)
      if (listens) contents.send(DESKTOP_MESSAGE_CHANNEL, message)
      // a key that is held has come up again by the time somebody hears of it
      const late = message.type === 'talk' && message.signal !== 'press'
      if (STAYS.includes(message.type) || (!listens && !late)) kept.set(message.type, message)
    },
  }
}

interface Page {
  listens: boolean
  readonly kept: Map<DesktopMessage['type'], DesktopMessage>
}

/** What holds on, also for a page that is loaded again. */
const STAYS: readonly DesktopMessage['type'][] = ['talk-key', 'quick-key', 'update']
