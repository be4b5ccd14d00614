import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import TurndownService from 'turndown'
import { visibleText } from './parse-page.ts'
import { tableMarkdown } from './table-markdown.ts'

/** Parts of a page that are not what it says. */
const FURNITURE =
  'script, style, noscript, template, svg, iframe, nav, header, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo], [hidden], [aria-hidden=true], [style*="display:none"], [style*="display: none"]'
/** Readability that took less of the page's main part than this has missed the point. */
const LEAST_SHARE = 0.4
/** Readability weighs every element several times: past this many it would hold up everything else for seconds. */
const MOST_ELEMENTS = 5_000

/**
 * Main text of a page as Markdown: what Readability finds, or, where that misses most of it (a list of news, a table, a
 * shop), the page's main part without navigation and the like. Leaves the document unchanged.
 */
export function pageMarkdown(document: Document): string {
  const main = mainPart(document)
  const article = articleIn(main, document)
  return toMarkdown(article ?? main)
}

/** What Readability takes of the main part; undefined where that is not what the page says. */
function articleIn(main: Element, document: Document): Element | undefined {
  if (main.querySelectorAll('*').length > MOST_ELEMENTS) return undefined
  const copy = document.cloneNode(true) as Document
  copy.body.replaceChildren(...main.cloneNode(true).childNodes)
  const article = new Readability(copy, { charThreshold: 100, keepClasses: true }).parse()
  const length = visibleText({ textContent: article?.textContent ?? '' }).length
  if (!article?.content || length < visibleText(main).length * LEAST_SHARE) return undefined
  const { body } = parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document
  restoreTitle(body as unknown as Element, visibleText(main.querySelector('h1')) || (article.title ?? ''))
  return body as unknown as Element
}

/** Readability makes the page's first heading a second one, or drops it where it repeats the title. */
function restoreTitle(content: Element, title: string): void {
  if (title === '' || content.querySelector('h1')) return
  const heading = content.ownerDocument.createElement('h1')
  heading.textContent = title
  const demoted = [...content.querySelectorAll('h2')].find((element) => visibleText(element) === title)
  if (demoted) demoted.replaceWith(heading)
  else content.prepend(heading)
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
