import type { JsonObject } from '../../../vocabulary/json.ts'
import type { ResultForModel } from '../../model.ts'
import { asList, asObject, asText } from './steps/step.ts'

interface PageLink {
  readonly text: string
  readonly url: string
}
export interface PageTable {
  readonly caption: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
export interface PageForm {
  readonly name: string
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly type: string
    readonly options: readonly string[]
  }[]
}

/** A page as any of the tools that read one gave it. `whole` where its parts are known, not only its text or links. */
export interface Page {
  readonly url: string
  readonly title: string
  readonly markdown: string
  readonly headlines: readonly { readonly text: string; readonly url?: string }[]
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  readonly links: readonly PageLink[]
  readonly tables: readonly PageTable[]
  readonly prices: readonly { readonly item: string; readonly price: string }[]
  readonly forms: readonly PageForm[]
  readonly whole: boolean
}

const PAGE_TOOLS = ['browser.extract', 'web.read', 'browser.open']

/** The page in a result; undefined where it is none. */
export function pageOf(result: ResultForModel): Page | undefined {
  if (!result.ok || !PAGE_TOOLS.includes(result.tool)) return undefined
  const data = asObject(result.data)
  const url = asText(data.url)
  if (url === '') return undefined
  const markdown = asText(data.markdown)
  const base = { url, title: asText(data.title) || new URL(url).host, markdown }
  return result.tool === 'browser.extract' ? extracted(base, data) : derived(base, data)
}

type Base = Pick<Page, 'url' | 'title' | 'markdown'>

const extracted = (base: Base, data: JsonObject): Page => ({
  ...base,
  headlines: asList(data.headlines).map(({ text, url }) => ({
    text: asText(text),
    ...(asText(url) ? { url: asText(url) } : {}),
  })),
  headings: asList(data.headings).map(({ level, text }) => ({ level: Number(level), text: asText(text) })),
  links: asList(data.links).map(({ text, url }) => ({ text: asText(text), url: asText(url) })),
  tables: asList(data.tables).map(({ caption, header, rows }) => ({
    caption: asText(caption),
    header: cells(header),
    rows: Array.isArray(rows) ? rows.map(cells) : [],
  })),
  prices: asList(data.prices).map(({ item, price }) => ({ item: asText(item), price: asText(price) })),
  forms: asList(data.forms).map(({ name, fields }) => ({
    name: asText(name),
    fields: asList(fields).map((field) => ({
      name: asText(field.name),
      label: asText(field.label),
      type: asText(field.type),
      options: cells(field.options),
    })),
  })),
  whole: true,
})

const cells = (value: JsonObject[string] | undefined): string[] =>
  Array.isArray(value) ? value.map((cell) => String(cell ?? '')) : []

/** From text and links alone: headings and tables as Markdown marks them, links with the words of a title as headlines. */
function derived(base: Base, data: JsonObject): Page {
  const links = asList(data.links).flatMap(({ text, url }) =>
    asText(url) ? { text: asText(text), url: asText(url) } : [],
  )
  const headings = [...base.markdown.matchAll(/^(#{1,6})\s+(.+)$/gm)].map(([, marks, text]) => ({
    level: (marks ?? '').length,
    text: plainText(text ?? ''),
  }))
  const titled = links.filter(({ text }) => text.trim().split(/\s+/).length >= 4)
  const inHeadings = [...base.markdown.matchAll(/^#{2,4}\s+\[([^\]]+)\]\(([^)\s]+)\)/gm)].map(
    ([, text, url]) => ({ text: text ?? '', url: absolute(url ?? '', base.url) }),
  )
  return {
    ...base,
    headlines: inHeadings.length >= 2 ? inHeadings : titled,
    headings,
    links,
    tables: markdownTables(base.markdown),
    prices: pricesIn(base.markdown),
    forms: [],
    whole: false,
  }
}

const absolute = (url: string, base: string): string =>
  URL.canParse(url, base) ? new URL(url, base).href : url

export const plainText = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}([^*_`]+)[*_`]{1,3}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

function markdownTables(markdown: string): PageTable[] {
  const row = (line: string) =>
    line
      .replace(/^\s*\||\|\s*$/g, '')
      .split('|')
      .map((cell) => plainText(cell))
  return [...markdown.matchAll(/(?:^\s*\|.*\|\s*\n){2,}/gm)].flatMap(([block]) => {
    const lines = block.trim().split('\n')
    if (!/^[\s|:-]+$/.test(lines[1] ?? '')) return []
    return [{ caption: '', header: row(lines[0] ?? ''), rows: lines.slice(2).map(row) }]
  })
}

const PRICE = /(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|EUR|USD|GBP|CHF))/

const pricesIn = (markdown: string) =>
  markdown.split('\n').flatMap((line) => {
    const price = PRICE.exec(line)?.[0]
    const item = price && plainText(line.replace(price, '').replace(/[|#*-]+/g, ' '))
    return item ? [{ item, price }] : []
  })
