import { z } from 'zod'
import { sha256 } from '../../vocabulary/json.ts'
import { defineTool } from '../tool.ts'
import { snapshotResult } from './browser-snapshot-result.ts'

export const browserOpen = defineTool({
  name: 'browser.open',
  title: 'Open a web page',
  description:
    "Opens a page in the agent's browser, scripts included, and returns its accessibility tree with element references for browser.click and the like. The way to follow a link, too.",
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({ url: z.string().min(1).describe('Full http or https address.') }),
  sinks: { url: 'url' },
  needs: ['browser'],
  run: async ({ url }, { browser }, { conversationId, allowedHosts, signal }) => {
    const page = await browser.open(conversationId, url, { allowedHosts, signal })
    return snapshotResult('Opened.', page, [
      { kind: 'page', what: page.url, summary: `Opened "${page.title}"`, sha256: sha256(page.tree) },
    ])
  },
})
