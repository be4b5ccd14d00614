import { isHtml, mediaType } from '../http/decode-text.ts'
import type { ReadPage } from '../web.ts'
import { pageMarkdown } from './page-markdown.ts'
import { linksOf, parsePage, titleOf } from './parse-page.ts'

/** What was fetched, as Markdown: a page by its main text, any other text as it is (data in a code block). */
export function readPage(text: string, contentType: string, url: string): ReadPage {
  if (isHtml(contentType)) {
    const document = parsePage(text, url)
    return { url, title: titleOf(document, url), markdown: pageMarkdown(document), links: linksOf(document) }
  }
  const type = mediaType(contentType)
  const plain = type === 'text/plain' || type === 'text/markdown'
  return { url, title: url, markdown: plain ? text.trim() : fenced(text.trim(), type), links: [] }
}

function fenced(text: string, type: string): string {
  const language = /(json|xml|yaml|csv|css|javascript)/.exec(type)?.[1] ?? ''
  const fence = text.includes('```') ? '````' : '```'
  return `${fence}${language}\n${text}\n${fence}`
}
