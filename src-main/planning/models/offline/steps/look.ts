import {
  extractEntities,
  type Look,
  type Subject,
  type Want,
} from '../../../../ingestion/language/language.ts'
import type { ResultForModel } from '../../../model.ts'
import { type Page, pageOf } from '../pages.ts'
import { type Item, type Product, productOfFile, productOfPage, productOfPages } from '../products.ts'
import { productReply, shortPath } from '../replies.ts'
import type { Scene } from '../scene.ts'
import { asList, asObject, asText, attempt, CONNECT, call, cannot, notDone, type Steps } from './step.ts'

const TEXTUAL: readonly Want[] = ['text', 'summary', 'title']

/** Tools that can give what is wanted of a page, best first. */
function readersFor(scene: Scene, want: Want): string[] {
  const order =
    want === 'page'
      ? ['browser.open', 'web.read', 'browser.extract']
      : TEXTUAL.includes(want)
        ? ['web.read', 'browser.extract']
        : ['browser.extract', 'web.read']
  return order.filter(scene.has)
}

const sameAddress = (a: string, b: string): boolean => a.replace(/[/#]+$/, '') === b.replace(/[/#]+$/, '')

const enough = (page: Page, want: Want): boolean =>
  page.whole || (TEXTUAL.includes(want) && page.markdown.trim() !== '')

/** A page: as this run has read it already, else read now; the second reader where the first gave nothing. */
export function* readPage(scene: Scene, url: string, want: Want): Steps<Page> {
  const known = scene.pages.find((page) => sameAddress(page.url, url) && enough(page, want))
  if (known && want !== 'page') return known
  let failure: ResultForModel | undefined
  let poor: Page | undefined
  for (const tool of readersFor(scene, want)) {
    const result = yield* attempt(tool, { url })
    const page = pageOf(result)
    if (page && (want === 'page' || page.whole || page.markdown.trim().length > 40)) return page
    poor ??= page
    failure ??= result.ok ? undefined : result
    if (failure && !lacksBrowser(failure.text) && want !== 'page') break
    if (failure && !lacksBrowser(failure.text)) break
  }
  if (poor) return poor
  if (!failure) throw cannot('There is no tool here that reads web pages.')
  throw notDone(`I could not open ${url}`, failure.text)
}

const lacksBrowser = (text: string): boolean =>
  /\bbrowser\b/i.test(text) && /\b(?:install|no browser|not found|missing|executable|none)\b/i.test(text)

/** The items a list holds for a noun: links of a page for "link", its headlines for "article". */
function itemsOf(product: Product, noun: string): readonly Item[] {
  const { page, items } = product
  if (/^(?:link)$/.test(noun) && page) return product.kind === 'links' && items ? items : page.links
  if (/^(?:article|headline|story|news|news item|title|post|piece)$/.test(noun) && page)
    return product.kind === 'headlines' && items ? items : page.headlines
  return items ?? (page ? (page.headlines.length > 0 ? page.headlines : page.links) : [])
}

/** "the second article": from the page that was named, else from the last list that has one. */
export function* pickItem(
  scene: Scene,
  subject: Extract<Subject, { kind: 'item' }>,
): Steps<{ item: Item; of: Product }> {
  const noun = subject.noun
  const want: Want = noun === 'link' ? 'links' : 'headlines'
  const isList = ({ kind, page }: Product) =>
    page === undefined || kind === want || scene.lastUrl === undefined || sameAddress(page.url, scene.lastUrl)
  let lists = scene.found.filter((product) => itemsOf(product, noun).length > 0 && isList(product))
  if (subject.url !== undefined || lists.length === 0) {
    const url = subject.url ?? scene.lastUrl ?? scene.found.find((product) => product.url !== undefined)?.url
    if (url === undefined)
      throw cannot(
        `I do not know which list "the ${ordinal(subject.nth)} ${noun}" is from.`,
        'Name the page or the list, such as "the first article on example.com/news".',
      )
    lists = [productOfPage(yield* readPage(scene, url, want), { want })]
  }
  // an article that was read since may list a little itself: the list meant is one that is long enough
  const longEnough = lists.find((product) => itemsOf(product, noun).length >= Math.max(subject.nth, 2))
  const list = longEnough ?? (lists[0] as Product)
  const items = itemsOf(list, noun)
  const item = subject.nth < 0 ? items.at(subject.nth) : items[subject.nth - 1]
  if (!item)
    throw cannot(
      items.length === 0
        ? `I found no ${noun === 'one' ? 'item' : noun}s on ${list.page?.title ?? list.title}.`
        : `There is no ${ordinal(subject.nth)} ${noun}: ${list.title} has ${items.length}.`,
    )
  return { item, of: list }
}

const NTH = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]
const ordinal = (nth: number): string => (nth < 0 ? 'last' : (NTH[nth] ?? `${nth}th`))

/** What a look comes to: a part of a page, a file's text, or what was found before seen anew. */
export function* lookAt(scene: Scene, look: Look): Steps<Product> {
  const { subject, want } = look
  switch (subject.kind) {
    case 'url':
      return productOfPage(yield* readPage(scene, subject.url, want), look)
    case 'path':
      return yield* readFile(scene, subject.path, want, look.about)
    case 'text':
      return {
        kind: want === 'summary' ? 'summary' : 'text',
        title: 'Your text',
        text: subject.text.replace(/^\s*> ?/gm, ''),
      }
    case 'item': {
      if (subject.count !== undefined && subject.count > 1) return yield* lookAtSeveral(scene, look, subject)
      const { item } = yield* pickItem(scene, subject)
      if (item.url !== undefined) return productOfPage(yield* readPage(scene, item.url, want), look)
      if (item.path !== undefined) return yield* readFile(scene, item.path, want)
      return { kind: 'text', title: item.text, text: item.text }
    }
    case 'that':
      return yield* lookAgain(scene, look)
  }
}

/** Several items of a list, one below the other. */
function* lookAtSeveral(
  scene: Scene,
  look: Look,
  subject: Extract<Subject, { kind: 'item' }>,
): Steps<Product> {
  const first = yield* pickItem(scene, {
    kind: 'item',
    nth: subject.nth,
    noun: subject.noun,
    ...(subject.url === undefined ? {} : { url: subject.url }),
  })
  const items = itemsOf(first.of, subject.noun).slice(subject.nth - 1, subject.nth - 1 + (subject.count ?? 1))
  const pages: Page[] = []
  for (const { url, text } of items) {
    if (url === undefined) throw cannot(`"${text}" has no address to read.`)
    pages.push(yield* readPage(scene, url, look.want))
  }
  return productOfPages(pages, look.want)
}

/** What was found, unless it is a picture. */
export function readable(product: Product | undefined): Product | undefined {
  if (product?.kind === 'image')
    throw cannot(`${product.title} is an image, and the offline planner reads none.`, CONNECT)
  return product
}

function* lookAgain(scene: Scene, look: Look): Steps<Product> {
  const same = scene.found.find(({ kind }) => kind === look.want)
  const latest = readable(scene.found[0])
  if (look.want === 'page' || look.want === 'text' || look.want === 'summary') {
    const text = latest?.text ?? latest?.page?.markdown
    if (latest && text !== undefined && (text.trim().length > 80 || latest.path !== undefined))
      return look.want === 'summary'
        ? {
            ...latest,
            kind: 'summary',
            title: latest.kind === 'summary' ? latest.title : `Summary of ${latest.title}`,
            text,
          }
        : { ...latest, kind: latest.kind === 'summary' ? 'summary' : 'text', text }
    if (latest && latest.url === undefined && look.want !== 'page' && latest.items) return latest
  } else if (same && look.about === undefined && look.limit === undefined) return same
  const url = latest?.url ?? scene.lastUrl
  if (url !== undefined) return productOfPage(yield* readPage(scene, url, look.want), look)
  const subject = yield* whichPlace(scene)
  return yield* lookAt(scene, { ...look, subject })
}

/** The page or file of a look that names none, where nothing was spoken of before. */
function* whichPlace(scene: Scene): Steps<Subject> {
  const unclear = cannot('I do not know which page or file you mean.', 'Name its address or its path.')
  if (!scene.has('operator.ask')) throw unclear
  const data = yield* call(
    'operator.ask',
    { question: 'Which page or file do you mean? Give its address or its path.' },
    'I do not know which page or file you mean',
  )
  const place = extractEntities(asText(data.answer), scene.request).find(
    ({ type }) => type === 'url' || type === 'path',
  )
  if (!place) throw unclear
  return place.type === 'url' ? { kind: 'url', url: place.value } : { kind: 'path', path: place.value }
}

/** A file's text; a folder in its place is listed. */
export function* readFile(scene: Scene, path: string, want: Want, about = ''): Steps<Product> {
  const result = yield* attempt('files.read', { path })
  if (result.ok) return productOfFile(path, asText(asObject(result.data).text), want, about)
  if (
    !/\b(?:is a (?:folder|directory)|folder|directory|EISDIR)\b/i.test(result.text) ||
    !scene.has('files.list')
  )
    throw notDone(`I could not read ${scene.path(path)}`, result.text)
  return yield* listFolder(scene, path)
}

function* listFolder(scene: Scene, path: string): Steps<Product> {
  const result = yield* attempt('files.list', { path })
  if (!result.ok) throw notDone(`I could not list ${scene.path(path)}`, result.text)
  return listingOf(scene, path, result)
}

export function listingOf(scene: Scene, path: string, result: ResultForModel): Product {
  const entries = asList(asObject(result.data).entries)
  const items = entries.map(
    ({ path: entry, kind, size }): Item => ({
      text: `${asText(entry).split('/').at(-1)}${kind === 'folder' ? '/' : ` (${bytes(Number(size))})`}`,
      path: asText(entry),
    }),
  )
  return { kind: 'listing', title: `Files in ${scene.path(path)}`, path, items }
}

export const bytes = (size: number): string =>
  size < 1024
    ? `${size} bytes`
    : size < 1_048_576
      ? `${(size / 1024).toFixed(1)} KB`
      : `${(size / 1_048_576).toFixed(1)} MB`

/** A look at several parts of the same page, one after the other. */
export function* lookAtAll(scene: Scene, look: Look): Steps<Product[]> {
  const products = [yield* lookAt(scene, look)]
  for (const want of look.also ?? []) {
    const page = products[0]?.page
    products.push(
      yield* lookAt(page ? { ...scene, pages: [page, ...scene.pages] } : scene, { ...look, want }),
    )
  }
  return products
}

/** Answers with what was looked at. */
export function* performLook(scene: Scene, look: Look): Steps<string> {
  const products = yield* lookAtAll(scene, look)
  return products.map((product) => replyTo(scene, look, product)).join('\n\n')
}

function replyTo(scene: Scene, look: Look, product: Product): string {
  if (product.kind === 'listing') return listingReply(scene, product)
  if (look.want === 'page' && product.page && (product.text ?? '').trim() === '') {
    const { page } = product
    return `Opened [${page.title}](${page.url})${page.links.length > 0 ? ` (${page.links.length} links)` : ''}.`
  }
  if (look.want === 'page' && product.page)
    return `Opened [${product.page.title}](${product.page.url}).\n\n${excerpt(product.text ?? '')}`
  return productReply(product, look.about)
}

const excerpt = (text: string): string => (text.length > 1_200 ? `${text.slice(0, 1_200).trimEnd()}…` : text)

export const listingReply = (scene: Scene, { path = '', items = [] }: Product): string =>
  items.length === 0
    ? `${scene.path(path)} is empty.`
    : `${items.length} in \`${shortPath(path, scene.request)}\`:\n\n${items
        .slice(0, 50)
        .map(({ text }) => `- ${text}`)
        .join('\n')}${items.length > 50 ? `\n\n… and ${items.length - 50} more.` : ''}`
