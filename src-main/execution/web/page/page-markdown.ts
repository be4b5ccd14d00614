import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import TurndownService from 'turndown'
import { visibleText } from './parse-page.ts'
import { tableMarkdown } from './table-markdown.ts'

/** Parts of a page that are not what it says. */
const FURNITURE =
  'script, style, noscript, template, svg, iframe, nav, header, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo], [hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"]'
/** Below this share of the page's main text, what Readability took is not the page's main text. */
const LEAST_SHARE = 0.4

/**
 * Main text of a page as Markdown: what Readability finds, or, where that misses most of it (a list of news, a table, a
 * shop), the page's main part without navigation and the like. Leaves the document unchanged.
 */
export function pageMarkdown(document: Document): string {
  const main = mainPart(document)
  const article = new Readability(document.cloneNode(true) as Document, { charThreshold: 100 }).parse()
  const enough = visibleText(main).length * LEAST_SHARE
  const found = article?.content && (article.textContent ?? '').trim().length >= enough
  if (!found) return toMarkdown(main)
  const content = parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document
    .body as unknown as Element
  return withTitle(toMarkdown(content), content, document, article.title ?? '')
}

/** The main element, else the body, as a copy without furniture. */
function mainPart(document: Document): Element {
  const mains = document.querySelectorAll('main, [role=main]')
  const source = mains.length === 1 ? mains[0] : document.body
  const copy = (source ?? document.documentElement).cloneNode(true) as Element
  for (const element of copy.querySelectorAll(FURNITURE)) {
    // a page's own heading often stands in a header inside its main part
    if (element.localName === 'header' && element.querySelector('h1, h2')) continue
    element.remove()
  }
  return copy
}

/** Readability drops a heading that repeats the title: it goes back on top where no other says the same. */
function withTitle(markdown: string, content: Element, document: Document, title: string): string {
  const heading = visibleText(document.querySelector('h1')) || title
  const said = [...content.querySelectorAll('h1, h2')].some((element) => visibleText(element) === heading)
  return said || heading === '' ? markdown : `# ${heading}\n\n${markdown}`
}

function toMarkdown(root: Element): string {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  })
  turndown.remove(['script', 'style', 'noscript', 'iframe', 'button', 'input', 'select', 'textarea'])
  turndown.addRule('table', {
    filter: 'table',
    replacement: (_content, node) => `\n\n${tableMarkdown(node as unknown as Element)}\n\n`,
  })
  turndown.addRule('image', {
    filter: 'img',
    replacement: (_content, node) => visibleText({ textContent: (node as Element).getAttribute('alt') }),
  })
  return turndown
    .turndown(root as unknown as TurndownService.Node)
    .replace(/[ \t]+$/gm, '')
    .replace(/^(\s*)- {2,}/gm, '$1- ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
