import { pageMarkdown } from '../../web/page/page-markdown.ts'
import { linksOf, parsePage, titleOf, visibleText } from '../../web/page/parse-page.ts'
import { tableGrid } from '../../web/page/table-grid.ts'
import type { ExtractedPage } from '../browser.ts'
import { formsOf } from './forms.ts'
import { headlinesOf } from './headlines.ts'
import { pricesOf } from './prices.ts'

/** The parts of a page that people ask for, out of its HTML: as a browser rendered it, or as a server sent it. */
export function extractPage(html: string, url: string): ExtractedPage {
  const document = parsePage(html, url)
  return {
    url,
    title: titleOf(document, url),
    headings: headingsOf(document),
    headlines: headlinesOf(document),
    links: linksOf(document),
    tables: tablesOf(document),
    prices: pricesOf(document),
    markdown: pageMarkdown(document),
    forms: formsOf(document, url),
  }
}

const headingsOf = (document: Document): { level: number; text: string }[] =>
  [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .map((heading) => ({ level: Number(heading.localName[1]), text: visibleText(heading) }))
    .filter(({ text }) => text !== '')

/** Tables of data: those that only lay a page out hold other tables, or say so. */
const tablesOf = (document: Document): ExtractedPage['tables'] =>
  [...document.querySelectorAll('table')]
    .filter(
      (table) =>
        !table.querySelector('table') && !['presentation', 'none'].includes(table.getAttribute('role') ?? ''),
    )
    .map((table) => {
      const grid = tableGrid(table)
      return grid.caption === '' ? { ...grid, caption: headingBefore(table) } : grid
    })
    .filter(({ header, rows }) => header.length > 0 || rows.length > 0)

/** The heading a table stands under, as its caption. */
function headingBefore(table: Element): string {
  let here: Element | null = table
  while (here && here.localName !== 'body') {
    for (let before = here.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.localName === 'table') return ''
      if (/^h[1-6]$/.test(before.localName)) return visibleText(before)
    }
    here = here.parentElement
  }
  return ''
}
