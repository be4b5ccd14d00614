import { z } from 'zod'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

export const browserDownload = defineTool({
  name: 'browser.download',
  title: 'Download a file',
  description: "Downloads a file of at most 10 MiB, with the browser's sign-ins, and saves it.",
  effect: 'write',
  acts: ['download', 'write'],
  inDoubt: 'pure',
  input: z.object({
    url: z.string().min(1).describe('Full http or https address.'),
    path: z.string().min(1).describe('Absolute path of the file to save; ~ is the home folder.'),
  }),
  sinks: { url: 'url', path: 'path' },
  needs: ['browser', 'files'],
  run: async ({ url, path }, { browser, files }, { conversationId, allowedHosts, signal }) => {
    const file = await browser.download(conversationId, url, { allowedHosts, signal })
    const saved = await files.replace(path, file.bytes)
    return {
      text: `Saved ${url} as ${path} (${saved.bytes} bytes).`,
      data: { url, path, suggestedName: file.suggestedName, ...saved },
      labels: WEB_LABELS,
      evidence: [{ kind: 'file', what: path, summary: `Downloaded ${url} to ${path}`, sha256: saved.sha256 }],
    }
  },
})
