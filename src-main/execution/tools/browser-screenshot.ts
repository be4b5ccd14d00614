import { z } from 'zod'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

export const browserScreenshot = defineTool({
  name: 'browser.screenshot',
  title: 'Take a picture of a page',
  description: 'Opens a page and saves a picture of it, whole, as a PNG file.',
  effect: 'write',
  acts: ['screenshot', 'write'],
  inDoubt: 'pure',
  input: z.object({
    url: z.string().min(1).describe('Full http or https address.'),
    path: z.string().min(1).describe('Absolute path of the PNG file; ~ is the home folder.'),
  }),
  sinks: { url: 'url', path: 'path' },
  needs: ['browser', 'files'],
  run: async ({ url, path }, { browser, files }, { conversationId, allowedHosts, signal }) => {
    const picture = await browser.screenshot(conversationId, url, { allowedHosts, signal })
    const saved = await files.replace(path, picture)
    return {
      text: `Saved a picture of ${url} as ${path} (${saved.bytes} bytes).`,
      data: { url, path, ...saved },
      labels: WEB_LABELS,
      evidence: [
        { kind: 'image', what: path, summary: `Picture of ${url} in ${path}`, sha256: saved.sha256 },
      ],
    }
  },
})
