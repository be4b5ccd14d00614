import { z } from 'zod'
import type { JsonObject } from '../../vocabulary/json.ts'
import { sha256 } from '../../vocabulary/json.ts'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import type { ExtractedPage } from '../browser/browser.ts'
import { defineTool } from '../tool.ts'
import { excerpt, excerptLines } from './web-excerpt.ts'

export const browserExtract = defineTool({
  name: 'browser.extract',
  title: 'Take the parts of a page',
  description:
    'Opens a page, scripts included, and returns its headlines, headings, links, tables, prices, forms and main text.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({ url: z.string().min(1).describe('Full http or https address.') }),
  sinks: { url: 'url' },
  needs: ['browser'],
  run: async ({ url }, { browser }, { conversationId, allowedHosts, signal }) => {
    const page = await browser.extract(conversationId, url, { allowedHosts, signal })
    return {
      text: excerpt(inWords(page)),
      // plain data throughout: the type alone is readonly
      data: structuredClone(page) as unknown as JsonObject,
      labels: WEB_LABELS,
      links: page.links.map((link) => link.url),
      evidence: [
        { kind: 'page', what: page.url, summary: `Read "${page.title}"`, sha256: sha256(page.markdown) },
      ],
    }
  },
})

function inWords(page: ExtractedPage): string {
  const section = (name: string, lines: readonly string[], most: number) =>
    lines.length === 0 ? [] : [`${name}:\n${excerptLines(lines, most)}`]
  return [
    `${page.title}\n${page.url}`,
    ...section(
      'Headlines',
      page.headlines.map(({ text, url }) => `- ${text}${url ? ` (${url})` : ''}`),
      40,
    ),
    ...section(
      'Prices',
      page.prices.map(({ item, price }) => `- ${item}: ${price}`),
      40,
    ),
    ...section(
      'Forms',
      page.forms.map(
        ({ name, fields }) =>
          `- ${name || 'form'}: ${fields.map(({ label, name }) => label || name).join(', ')}`,
      ),
      10,
    ),
    ...section(
      'Tables',
      page.tables.map(({ caption, rows }) => `- ${caption || 'table'}: ${rows.length} rows`),
      10,
    ),
    `Text:\n${page.markdown}`,
  ].join('\n\n')
}
