import { z } from 'zod'
import { sha256 } from '../../vocabulary/json.ts'
import { defineTool } from '../tool.ts'
import { snapshotResult } from './browser-snapshot-result.ts'

export const browserSnapshot = defineTool({
  name: 'browser.snapshot',
  title: 'Look at the open page',
  description:
    'Returns the accessibility tree of the page that is open, with fresh element references. Use it when a reference is no longer known.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({}),
  sinks: {},
  needs: ['browser'],
  run: async (_input, { browser }, { conversationId, allowedHosts, signal }) => {
    const page = await browser.snapshot(conversationId, { allowedHosts, signal })
    return snapshotResult('As it is now.', page, [
      { kind: 'page', what: page.url, summary: `Looked at "${page.title}"`, sha256: sha256(page.tree) },
    ])
  },
})
