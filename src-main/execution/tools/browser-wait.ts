import { z } from 'zod'
import { sha256 } from '../../vocabulary/json.ts'
import { defineTool } from '../tool.ts'
import { snapshotResult } from './browser-snapshot-result.ts'

export const browserWait = defineTool({
  name: 'browser.wait',
  title: 'Wait for a text',
  description:
    'Waits until a text is shown on the page that is open, at most 15 seconds, and returns the page.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({ text: z.string().trim().min(1).max(500).describe('Text that will appear.') }),
  sinks: {},
  needs: ['browser'],
  run: async ({ text }, { browser }, { conversationId, allowedHosts, signal }) => {
    const page = await browser.waitFor(conversationId, text, { allowedHosts, signal })
    return snapshotResult(`"${text}" is shown.`, page, [
      {
        kind: 'page',
        what: page.url,
        summary: `Saw "${text}" on "${page.title}"`,
        sha256: sha256(page.tree),
      },
    ])
  },
})
