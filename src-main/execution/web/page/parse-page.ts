import { parseHTML } from 'linkedom'
import { ToolError } from '../../../vocabulary/errors.ts'

/** Browsers stop nesting at 512; no page that people write comes near this. */
const MAX_DEPTH = 200
const MAX_ELEMENTS = 200_000

/**
 * A page as a DOM, with every address in it absolute (`<base>` heeded) and what is no address taken away. A fragment
 * becomes the body of a page. Throws ToolError 'too-large' for a page that is made to be more work than reading.
 */
export function parsePage(html: string, url: string): Document {
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`
  const document = parseHTML(whole).document as unknown as Document
  refuseMonster(document, url)
  supplyBody(document)
  const declared = document.querySelector('base[href]')?.getAttribute('href')
  const base = declared && URL.canParse(declared, url) ? new URL(declared, url).href : url
  for (const element of document.querySelectorAll('a[href], area[href]')) absolve(element, 'href', base)
  for (const element of document.querySelectorAll('img[src], source[src], iframe[src]'))
    absolve(element, 'src', base)
  for (const element of document.querySelectorAll('form')) {
    if (!element.hasAttribute('action')) element.setAttribute('action', url)
    absolve(element, 'action', base)
  }
  return document
}

/** The tags of a body may be left out; a parser of the standard would add them. */
function supplyBody(document: Document): void {
  const root = document.documentElement
  if ([...root.children].some(({ localName }) => localName === 'body' || localName === 'frameset')) return
  const body = document.createElement('body')
  body.append(...[...root.childNodes].filter(({ nodeName }) => nodeName.toLowerCase() !== 'head'))
  root.append(body)
}

/** What reads a page climbs and descends its tree many times: the tree's size bounds that work, its text does not. */
function refuseMonster(document: Document, url: string): void {
  let depth = 0
  let elements = 0
  let node: Node | null = document.documentElement
  while (node) {
    if (++elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
      throw new ToolError('too-large', `${url} has too many elements, or nests them too deep, to be read.`)
    }
    if (node.firstChild) {
      node = node.firstChild
      depth++
      continue
    }
    while (node && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    node = node?.nextSibling ?? null
  }
}

function absolve(element: Element, attribute: string, base: string): void {
  const value = element.getAttribute(attribute)?.trim() ?? ''
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined
  if (url && ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol))
    element.setAttribute(attribute, url.href)
  else element.removeAttribute(attribute)
}

/** Text as a reader sees it: runs of white space are one space. */
export const visibleText = (node: { textContent: string | null } | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Title of a page: its own, else its first heading, else its address. */
export const titleOf = (document: Document, url: string): string =>
  visibleText(document.querySelector('title')) || visibleText(document.querySelector('h1')) || url

const MAX_LINKS = 1000

/** Web links in the order of the page, each address once under the first text that is not empty. */
export function linksOf(document: Document): { text: string; url: string }[] {
  const links = new Map<string, string>()
  for (const anchor of document.querySelectorAll('a[href]')) {
    const url = anchor.getAttribute('href') ?? ''
    if (!url.startsWith('http')) continue
    const text =
      visibleText(anchor) ||
      anchor.getAttribute('aria-label') ||
      anchor.querySelector('img')?.getAttribute('alt') ||
      anchor.getAttribute('title') ||
      ''
    if (!links.get(url)) links.set(url, text.trim())
    if (links.size === MAX_LINKS) break
  }
  return [...links].map(([url, text]) => ({ text, url }))
}
