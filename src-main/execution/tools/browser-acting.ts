import type { BrowserAction, BrowserPort } from '../browser/browser.ts'
import type { ToolCall, ToolResult } from '../tool.ts'
import { snapshotResult } from './browser-snapshot-result.ts'

/** Does one thing on the conversation's page; `done` says it in the past tense. */
export async function actOnPage(
  action: BrowserAction,
  done: string,
  browser: BrowserPort,
  { conversationId, allowedHosts, signal }: ToolCall,
): Promise<ToolResult> {
  const page = await browser.act(conversationId, action, { allowedHosts, signal })
  return snapshotResult(`${done}.`, page, [
    { kind: 'browser', what: page.url, summary: `${done}; the page is now "${page.title}"` },
  ])
}
