import { posix } from 'node:path'
import { type PageTable, plainText } from './pages.ts'
import type { Item, Product } from './products.ts'
import { summarise } from './summarise.ts'

/** Text of a summary: its sentences as a list, or the text itself where it has no prose to choose from. */
export const summaryLines = (product: Product): string[] => {
  const lines = summarise(product.text ?? '', product.sentences)
  if (lines.length > 0) return lines
  const short = plainText((product.text ?? '').replace(/^#+\s+/gm, ''))
  return short === '' ? [] : [short.length > 600 ? `${short.slice(0, 598)}…` : short]
}

/** A product as the content of a file; the path's ending decides on Markdown, CSV, JSON or plain text. */
export function renderFile(product: Product, path: string): string {
  switch (posix.extname(path).toLowerCase()) {
    case '.csv':
      return csv(product)
    case '.json':
      return `${JSON.stringify(jsonOf(product), null, 2)}\n`
    case '.txt':
      return ended(plain(product))
    default:
      return ended(markdown(product))
  }
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

const linked = ({ text, url }: Item): string =>
  url === undefined ? text : `[${text.replace(/[[\]]/g, '\\$&')}](${url})`

export function markdown(product: Product): string {
  const { title, kind, url, text, items, page } = product
  if (kind === 'response' || (kind === 'text' && product.path !== undefined)) return text ?? ''
  const source = url === undefined || kind === 'headlines' || kind === 'links' ? '' : `\n\nSource: <${url}>`
  if (kind === 'tables' && page)
    return `# ${title}${source}\n\n${page.tables.map(markdownTable).join('\n\n')}`
  if (kind === 'summary')
    return `# ${title}${source}\n\n${summaryLines(product)
      .map((line) => `- ${line}`)
      .join('\n')}`
  if (items) return `# ${title}${source}\n\n${items.map((item) => `- ${linked(item)}`).join('\n')}`
  const body = text ?? ''
  return /^#\s/.test(body.trimStart()) ? body : `# ${title}${source}\n\n${body}`
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ')

export function markdownTable({ caption, header, rows }: PageTable): string {
  const columns = Math.max(header.length, ...rows.map((row) => row.length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => cell(cells[index] ?? '')).join(' | ')} |`
  const body = [line(header), `|${' --- |'.repeat(columns)}`, ...rows.map(line)].join('\n')
  return caption === '' ? body : `## ${caption}\n\n${body}`
}

/** RFC 4180 fields; a field that a spreadsheet would take for a formula stays text. */
const field = (text: string): string => {
  const safe = /^[=+@-](?![\d.,\s]*$)/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\n`).join('')

function csv(product: Product): string {
  const { kind, page, items, text } = product
  if (kind === 'prices' && page)
    return csvLines([['item', 'price'], ...page.prices.map(({ item, price }) => [item, price])])
  const [only] = page?.tables ?? []
  if (
    (kind === 'tables' || (kind !== 'headlines' && kind !== 'links' && kind !== 'headings')) &&
    page &&
    only
  )
    return page.tables
      .map(({ header, rows }) => csvLines(header.length > 0 ? [header, ...rows] : rows))
      .join('\n')
  if (items)
    return csvLines([
      items.some(({ url }) => url) ? ['text', 'url'] : ['text'],
      ...items.map(({ text: words, url }) => (url === undefined ? [words] : [words, url])),
    ])
  return csvLines(
    (text ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line]),
  )
}

/** A product as a JSON value, for files and requests. */
export function jsonOf(product: Product): unknown {
  const { kind, page, items, text, title, url } = product
  if (kind === 'response') {
    try {
      return JSON.parse(text ?? '')
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return { text }
    }
  }
  if (kind === 'tables' && page) return page.tables
  if (kind === 'prices' && page) return page.prices
  const base = { title, ...(url === undefined ? {} : { url }) }
  if (kind === 'summary') return { ...base, sentences: summaryLines(product) }
  return items ? { ...base, items } : { ...base, text: text ?? '' }
}

function plain(product: Product): string {
  const { kind, items, text } = product
  if (kind === 'summary') return summaryLines(product).join('\n')
  if (kind === 'tables' && product.page)
    return product.page.tables
      .map(({ header, rows }) => [header, ...rows].map((row) => row.join('\t')).join('\n'))
      .join('\n\n')
  if (items)
    return items.map(({ text: words, url }) => (url === undefined ? words : `${words}\t${url}`)).join('\n')
  return kind === 'response' || product.path !== undefined
    ? (text ?? '')
    : (text ?? '')
        .split('\n')
        .map((line) => plainText(line.replace(/^#+\s+/, '')))
        .join('\n')
}
