import { wallTimeAt } from '../../../ingestion/language/language.ts'
import type { ModelRequest } from '../../model.ts'
import type { Item, Product } from './products.ts'
import { markdownTable, summaryLines } from './render.ts'

const SHOWN = 20
const TEXT_SHOWN = 4_000

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const LONG_MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A path with the home directory as `~`. */
export const shortPath = (path: string, { home }: Pick<ModelRequest, 'home'>): string =>
  path === home ? '~' : path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path

/** A time in the operator's zone, e.g. "Mon 23 Nov 2026, 09:00". */
export function dateWords(iso: string, { timeZone }: Pick<ModelRequest, 'timeZone'>): string {
  const wall = wallTimeAt(new Date(iso), timeZone)
  const day = DAYS[new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay()]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day} ${wall.day} ${MONTHS[wall.month - 1]} ${wall.year}, ${two(wall.hour)}:${two(wall.minute)}`
}

/** A day in the operator's zone, e.g. "23 November 2026". */
export function dayWords(iso: string, { timeZone }: Pick<ModelRequest, 'timeZone'>): string {
  const { day, month, year } = wallTimeAt(new Date(iso), timeZone)
  return `${day} ${LONG_MONTHS[month - 1]} ${year}`
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const NOUNS: Partial<Record<Product['kind'], string>> = {
  headlines: 'headline',
  links: 'link',
  headings: 'heading',
  tables: 'table',
  prices: 'price',
  forms: 'form',
  listing: 'entry',
  hits: 'hit',
  memories: 'memory',
}

/** "12 headlines", "a summary", "the text": what a product is, in words. */
export function productWords(product: Product): string {
  const noun = NOUNS[product.kind]
  if (noun && product.items)
    return counted(
      product.items.length,
      noun,
      noun === 'entry' ? 'entries' : noun === 'memory' ? 'memories' : `${noun}s`,
    )
  if (product.kind === 'summary') return `the summary of ${product.title.replace(/^Summary of /, '')}`
  if (product.kind === 'response') return 'the response'
  if (product.kind === 'title') return 'the title'
  return product.path === undefined
    ? `the text of ${product.title}`
    : `the text of ${product.path.split('/').at(-1)}`
}

const line = ({ text, url }: Item, index: number): string =>
  `${index + 1}. ${url === undefined ? text : `[${text}](${url})`}`

const more = (total: number): string => (total > SHOWN ? `\n\n… and ${total - SHOWN} more.` : '')

/** A product as the answer to whoever asked for it. */
export function productReply(product: Product, about?: string): string {
  const { kind, items, url, page, title } = product
  const place = url === undefined ? `**${title}**` : `[${page?.title ?? title}](${url})`
  if (kind === 'answer') {
    const found = (items ?? []).map(({ text }) => text)
    if (found.length === 0) return `${place} says nothing about "${about}" that I could find.`
    return found.length === 1
      ? `**${found[0]}** (${place})`
      : `On ${place}:\n\n${found.map((text) => `- ${text}`).join('\n')}`
  }
  if (kind === 'tables' && page) {
    if (page.tables.length === 0) return `I found no tables on ${place}.`
    return `${counted(page.tables.length, 'table')} on ${place}:\n\n${page.tables.map(markdownTable).join('\n\n')}`
  }
  if (items && kind !== 'listing' && kind !== 'hits') {
    const what = about === undefined ? '' : ` about "${about}"`
    if (items.length === 0) return `I found no ${NOUNS[kind] ?? 'item'}s${what} on ${place}.`
    if (kind === 'prices' && about !== undefined && items.length === 1)
      return `**${items[0]?.text}** (${place})`
    return `${productWords(product)}${what} on ${place}:\n\n${items.slice(0, SHOWN).map(line).join('\n')}${more(items.length)}`
  }
  if (kind === 'summary') {
    const lines = summaryLines(product)
    if (lines.length === 0) return `${place} has no text that could be summarised.`
    return `**${title.replace(/^Summary of /, '')}**${url === undefined ? '' : ` (<${url}>)`} in short:\n\n${lines.map((sentence) => `- ${sentence}`).join('\n')}`
  }
  if (kind === 'title') return `The title is **${title}**.`
  const text = (product.text ?? '').trim()
  if (text === '') return product.path === undefined ? `${place} has no readable text.` : `${place} is empty.`
  const shown =
    text.length > TEXT_SHOWN
      ? `${text.slice(0, TEXT_SHOWN).trimEnd()}\n\n… (${text.length - TEXT_SHOWN} more characters)`
      : text
  const head = url === undefined ? `**${title}**` : place
  return `${head}\n\n${shown}`
}
