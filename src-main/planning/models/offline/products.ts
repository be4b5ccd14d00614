import type { Command, Content, Look, Want } from '../../../ingestion/language/language.ts'
import { ATTACHMENT, type ResultForModel } from '../../model.ts'
import { answerFrom } from './answer-from.ts'
import { type Page, pageOf } from './pages.ts'
import { asList, asObject, asText } from './steps/step.ts'
import { summarise } from './summarise.ts'

export interface Item {
  readonly text: string
  readonly url?: string
  readonly path?: string
}

/** What a command found: something that can be answered with, written down, and referred to as "it" later. */
export interface Product {
  readonly kind: Want | 'listing' | 'hits' | 'response' | 'memories' | 'image'
  /** "Headlines from …": what it is, as a title. */
  readonly title: string
  readonly url?: string
  readonly path?: string
  readonly page?: Page
  readonly items?: readonly Item[]
  /** How many sentences a summary should have. */
  readonly sentences?: number
  /** Text of its own, where it is not a list. */
  readonly text?: string
}

const wanted = <T>(items: readonly T[], limit: number | undefined): readonly T[] =>
  limit === undefined ? items : items.slice(0, limit)

const mentions = (text: string, about: string): boolean => {
  const lower = text.toLowerCase()
  return about
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word.replace(/(?<=\w{3})s$/, '')))
}

const sumOf = (price: string): number => {
  const digits = /\d[\d.,]*/.exec(price)?.[0] ?? ''
  const decimals = /[.,](\d{1,2})$/.exec(digits)
  const whole = (decimals ? digits.slice(0, decimals.index) : digits).replace(/\D/g, '')
  return Number(`${whole}.${decimals?.[1] ?? '0'}`)
}

/** "cheapest coffee": the one with the least or greatest price, of those with the other words where any have them. */
function extremePrice(page: Page, about = ''): readonly Item[] | undefined {
  const match = /^(cheapest|most expensive|dearest)\s*(.*)$/i.exec(about)
  if (!match) return undefined
  const named = page.prices.filter(({ item }) => match[2] && mentions(item, match[2]))
  const sorted = (named.length > 0 ? named : [...page.prices]).sort((a, b) => sumOf(a.price) - sumOf(b.price))
  const found = /cheap/i.test(match[1] ?? '') ? sorted[0] : sorted.at(-1)
  return found ? [{ text: `${found.item}: ${found.price}` }] : []
}

/** The part of a page that was asked for. */
export function productOfPage(page: Page, look: Pick<Look, 'want' | 'limit' | 'about'>): Product {
  const { want, limit, about } = look
  const base = { kind: want, url: page.url, page }
  const about1 = <T extends Item>(items: readonly T[]) =>
    wanted(about === undefined ? items : items.filter(({ text }) => mentions(text, about)), limit)
  switch (want) {
    case 'headlines':
      return { ...base, title: `Headlines from ${page.title}`, items: about1(page.headlines) }
    case 'links':
      return { ...base, title: `Links on ${page.title}`, items: about1(page.links) }
    case 'headings':
      return {
        ...base,
        title: `Headings of ${page.title}`,
        items: wanted(page.headings, limit).map(({ text }) => ({ text })),
      }
    case 'tables':
      return {
        ...base,
        title: `Tables of ${page.title}`,
        items: wanted(page.tables, limit).map(({ caption, rows }, index) => ({
          text: `${caption || `Table ${index + 1}`} (${rows.length} rows)`,
        })),
      }
    case 'prices':
      return {
        ...base,
        title: `Prices on ${page.title}`,
        items:
          extremePrice(page, about) ??
          about1(page.prices.map(({ item, price }) => ({ text: `${item}: ${price}` }))),
      }
    case 'forms':
      return {
        ...base,
        title: `Forms on ${page.title}`,
        items: page.forms.map(({ name, fields }) => ({
          text: `${name || 'Form'}: ${fields.map((field) => field.label || field.name).join(', ')}`,
        })),
      }
    case 'title':
      return { ...base, title: page.title, text: page.title }
    case 'summary':
      return {
        ...base,
        title: `Summary of ${page.title}`,
        text: page.markdown,
        ...(limit === undefined ? {} : { sentences: limit }),
      }
    case 'answer':
      return { ...base, title: page.title, items: answerFrom(page, about ?? '').map((text) => ({ text })) }
    case 'text':
    case 'page':
      return { ...base, title: page.title, text: page.markdown }
  }
}

/** What a command's results amount to; undefined where it found nothing that can be referred to. */
export function productOf(command: Command, results: readonly ResultForModel[]): Product | undefined {
  const last = (tool: string) => results.findLast((result) => result.tool === tool && result.ok)
  switch (command.do) {
    case 'look':
      return productOfLook(command, results)
    case 'save':
      return productOfContent(command.content, results)
    case 'post':
      return responseOf(last('http.post'))
    case 'get':
      return responseOf(last('http.get'))
    case 'list':
      return listingOf(last('files.list'))
    case 'search':
      return hitsOf(last('files.search'))
    case 'recall':
    case 'memories':
      return memoriesOf(last('memory.recall') ?? last('memory.list'))
    default:
      return undefined
  }
}

const productOfContent = (content: Content, results: readonly ResultForModel[]): Product | undefined =>
  content.kind === 'look' ? productOfLook(content, results) : undefined

const SENTENCES_EACH = 3

/** Several pages, one below the other: their texts, or each in short. */
export function productOfPages(pages: readonly Page[], want: Want): Product {
  const parts = pages.map(({ title, url, markdown }) => {
    const lines =
      want === 'summary' ? summarise(markdown, SENTENCES_EACH).map((line) => `- ${line}`) : [markdown]
    return `## [${title}](${url})\n\n${lines.join('\n')}`
  })
  return { kind: 'text', title: `${pages.length} pages`, text: parts.join('\n\n') }
}

function productOfLook(look: Look, results: readonly ResultForModel[]): Product | undefined {
  const pages = results.flatMap((result) => pageOf(result) ?? [])
  const several = look.subject.kind === 'item' ? (look.subject.count ?? 1) : 1
  if (several > 1 && pages.length >= several) return productOfPages(pages.slice(-several), look.want)
  const page = pages.at(-1)
  if (page) return productOfPage(page, look)
  const file = results.findLast(({ tool, ok }) => ok && tool === 'files.read')
  const data = asObject(file?.data)
  if (file) return productOfFile(asText(data.path), asText(data.text), look.want, look.about)
  return listingOf(results.findLast(({ tool, ok }) => ok && tool === 'files.list'))
}

export const productOfFile = (path: string, text: string, want: Want, about = ''): Product => ({
  ...(want === 'answer'
    ? { items: answerFrom({ markdown: text }, about).map((found) => ({ text: found })) }
    : {}),
  kind: want === 'summary' || want === 'answer' ? want : 'text',
  title: want === 'summary' ? `Summary of ${path.split('/').at(-1)}` : (path.split('/').at(-1) ?? path),
  path,
  text,
})

export function productOfAttachment({ tool, arguments: input, text }: ResultForModel): Product[] {
  if (tool !== ATTACHMENT) return []
  const { name, kind } = asObject(input)
  if (kind === 'image') return [{ kind: 'image', title: asText(name) }]
  return [productOfFile(asText(name), text, 'text')]
}

function listingOf(result: ResultForModel | undefined): Product | undefined {
  if (!result) return undefined
  const data = asObject(result.data)
  const path = asText(data.path)
  const items = asList(data.entries).map(
    ({ path: entry, kind }): Item => ({
      text: `${asText(entry).split('/').at(-1)}${kind === 'folder' ? '/' : ''}`,
      path: asText(entry),
    }),
  )
  return { kind: 'listing', title: `Files in ${path}`, path, items }
}

function hitsOf(result: ResultForModel | undefined): Product | undefined {
  if (!result) return undefined
  const data = asObject(result.data)
  const items = asList(data.hits).map(
    ({ path, line, excerpt }): Item => ({
      text: `${asText(path)}${typeof line === 'number' ? `:${line}` : ''}: ${asText(excerpt)}`,
      path: asText(path),
    }),
  )
  return { kind: 'hits', title: `Files with "${asText(data.query)}"`, items }
}

function responseOf(result: ResultForModel | undefined): Product | undefined {
  if (!result) return undefined
  const data = asObject(result.data)
  const url = asText(asObject(result.arguments).url)
  const text = data.json === undefined ? asText(data.text) : JSON.stringify(data.json, null, 2)
  return { kind: 'response', title: `Response from ${url}`, url, text }
}

function memoriesOf(result: ResultForModel | undefined): Product | undefined {
  if (!result) return undefined
  const data = asObject(result.data)
  const rows = [...asList(data.hits), ...asList(data.items), ...asList(data.rows)]
  return {
    kind: 'memories',
    title: 'What is remembered',
    items: rows.map(({ text }) => ({ text: asText(text) })),
  }
}
