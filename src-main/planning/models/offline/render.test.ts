import { describe, expect, it } from 'vitest'
import type { Page } from './pages.ts'
import { productOfPage } from './products.ts'
import { renderFile } from './render.ts'

const page: Page = {
  url: 'http://x.test/',
  title: 'X',
  markdown: 'Text.',
  headlines: [{ text: 'One [1]', url: 'http://x.test/1' }, { text: 'Two' }],
  headings: [],
  links: [],
  tables: [
    {
      caption: 'Hours',
      header: ['Day', 'Open'],
      rows: [
        ['Mo, Tu', '9|5'],
        ['We', '=1+1'],
      ],
    },
  ],
  prices: [{ item: 'Mug "big"', price: '€12.00' }],
  forms: [],
  whole: true,
}
const file = (want: 'headlines' | 'tables' | 'prices' | 'text', path: string) =>
  renderFile(productOfPage(page, { want }), path)

describe('what is written depends on the path’s ending', () => {
  it.each([
    ['headlines', '/a.md', '# Headlines from X\n\n- [One \\[1\\]](http://x.test/1)\n- Two\n'],
    ['headlines', '/a.txt', 'One [1]\thttp://x.test/1\nTwo\n'],
    ['headlines', '/a.csv', 'text,url\nOne [1],http://x.test/1\nTwo\n'],
    ['tables', '/a.csv', 'Day,Open\n"Mo, Tu",9|5\nWe,\'=1+1\n'],
    [
      'tables',
      '/a.md',
      '# Tables of X\n\nSource: <http://x.test/>\n\n## Hours\n\n| Day | Open |\n| --- | --- |\n| Mo, Tu | 9\\|5 |\n| We | =1+1 |\n',
    ],
    ['prices', '/a.csv', 'item,price\n"Mug ""big""",€12.00\n'],
    ['prices', '/a.json', '[\n  {\n    "item": "Mug \\"big\\"",\n    "price": "€12.00"\n  }\n]\n'],
    ['text', '/a.md', '# X\n\nSource: <http://x.test/>\n\nText.\n'],
  ] as const)('%s to %s', (want, path, text) => expect(file(want, path)).toBe(text))
})
