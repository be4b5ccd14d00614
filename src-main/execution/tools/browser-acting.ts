import type { BrowserAction, BrowserPort } from '../browser/browser.ts'
import type { Preview, ToolCall, ToolResult } from '../tool.ts'
import { snapshotResult } from './browser-snapshot-result.ts'

/** Does one thing on the conversation's page; `done` says it in the past tense. */
export async function actOnPage(
  action: BrowserAction,
  done: string,
  browser: BrowserPort,
  { conversationId, allowedHosts, signal }: ToolCall,
): Promise<ToolResult> {
  const { sent, ...page } = await browser.act(conversationId, action, { allowedHosts, signal })
  const result = snapshotResult(`${done}.`, page, [
    { kind: 'browser', what: page.url, summary: `${done}; the page is now "${page.title}"` },
  ])
  // an act on which nothing left the page has submitted nothing
  return sent ? result : { ...result, acts: ['fill'] }
}

/** What a card shows of an act on the open page: the page, the element by its role and name, and what is done to it. */
export async function previewOfAct(
  title: string,
  ref: string | undefined,
  more: readonly { name: string; value: string }[],
  browser: BrowserPort,
  { conversationId }: Pick<ToolCall, 'conversationId'>,
): Promise<Preview> {
  const page = await browser.shown(conversationId)
  const element = page?.elements.find((candidate) => candidate.ref === ref)
  return {
    kind: 'fields',
    title,
    fields: [
      { name: 'Page', value: page ? `${page.title} (${page.url})` : 'none is open' },
      ...(ref === undefined
        ? []
        : [{ name: 'Element', value: element ? `${element.role} "${element.name}"` : ref }]),
      ...more,
    ],
  }
}
