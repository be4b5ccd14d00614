import { z } from 'zod'
import { sha256 } from '../../vocabulary/json.ts'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'
import { excerpt, excerptLines } from './web-excerpt.ts'

export const webRead = defineTool({
  name: 'web.read',
  title: 'Read a web page',
  description:
    'Fetches a web page without a browser and returns its main text as Markdown, and its links. For pages that need scripts use browser.open.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({ url: z.string().min(1).describe('Full http or https address.') }),
  sinks: { url: 'url' },
  needs: ['web'],
  run: async ({ url }, { web }, { allowedHosts, signal }) => {
    const page = await web.readPage(url, { allowedHosts, signal })
    const links = page.links.map((link) => `- ${link.text || '(no text)'}: ${link.url}`)
    return {
      text: [
        `${page.title}\n${page.url}`,
        excerpt(page.markdown) || '(The page has no text.)',
        ...(links.length > 0 ? [`Links:\n${excerptLines(links, 60)}`] : []),
      ].join('\n\n'),
      data: { ...page, links: page.links.map((link) => ({ ...link })) },
      labels: WEB_LABELS,
      links: page.links.map((link) => link.url),
      evidence: [
        { kind: 'page', what: page.url, summary: `Read "${page.title}"`, sha256: sha256(page.markdown) },
      ],
    }
  },
})
