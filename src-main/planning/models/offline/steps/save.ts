import { posix } from 'node:path'
import { type Content, extractEntities, isFilePath } from '../../../../ingestion/language/language.ts'
import type { JsonValue } from '../../../../vocabulary/json.ts'
import type { Product } from '../products.ts'
import { jsonOf, markdown, renderFile } from '../render.ts'
import { productWords } from '../replies.ts'
import type { Scene } from '../scene.ts'
import { bytes, lookAt, lookAtAll, readable } from './look.ts'
import { asText, beyondRules, CONNECT, call, cannot, type Steps } from './step.ts'

/** What is to be written or sent, resolved: the text, and what it is in words. */
interface Resolved {
  readonly words: string
  readonly product?: Product
  readonly text?: string
}

function* resolveContent(scene: Scene, content: Content): Steps<Resolved> {
  if (content.kind === 'literal') return { words: 'it', text: content.text }
  if (content.kind === 'compose')
    throw beyondRules(
      `I cannot write "${content.words}" offline: I only write what you give me word for word, or what I read. Put the text in quotation marks to have it written.`,
      CONNECT,
    )
  if (content.kind === 'look' && content.also) {
    const products = yield* lookAtAll(scene, content)
    return { words: products.map(productWords).join(' and '), product: together(products) }
  }
  const product =
    content.kind === 'look'
      ? yield* lookAt(scene, content)
      : content.all
        ? everything(scene)
        : readable(scene.found[0])
  if (product) {
    if (product.items?.length === 0)
      throw cannot(
        `There is nothing to save: I found no ${product.kind} on ${product.page?.title ?? product.title}.`,
      )
    const several = content.kind === 'that' && content.all && scene.ofRun > 1
    return { words: several ? `all ${scene.ofRun} results` : productWords(product), product }
  }
  if (scene.lastUrl === undefined)
    throw cannot(
      'There is nothing yet that "it" could be.',
      'Say what to save: a text in quotation marks, or a part of a page.',
    )
  const page = yield* lookAt(scene, { want: 'text', subject: { kind: 'url', url: scene.lastUrl } })
  return { words: productWords(page), product: page }
}

/** All that the steps before found, one below the other in their order. */
function everything(scene: Scene): Product | undefined {
  const ofRun = scene.found.slice(0, scene.ofRun).reverse()
  if (ofRun.length < 2) return scene.found[0]
  return together(ofRun)
}

const together = (products: readonly Product[]): Product => ({
  kind: 'text',
  title: products.map(({ title }) => title).join(', '),
  text: products.map(markdown).join('\n\n'),
})

const NOT_TEXT = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|png|jpe?g|gif|webp|zip|gz|mp3|wav|mp4)$/i

/** A path that the operator did not give is asked for. */
function* wherePath(scene: Scene, what: string, name: string): Steps<string> {
  const suggested = `~/${name}`
  if (!scene.has('operator.ask'))
    throw cannot(`Where should ${what} go?`, `Say it with a path, such as "… to ${suggested}".`)
  const data = yield* call(
    'operator.ask',
    { question: `Where should I save ${what}?`, choices: [suggested, `~/Documents/${name}`] },
    'I do not know where to save it',
  )
  const [path] = extractEntities(asText(data.answer), scene.request).filter(({ type }) => type === 'path')
  if (!path)
    throw cannot(
      `"${asText(data.answer)}" is not a path.`,
      `Say it with a path, such as "… to ${suggested}".`,
    )
  return isFilePath(path.value) ? path.value : posix.join(path.value, name)
}

const NAMES: Partial<Record<Product['kind'], string>> = {
  tables: 'table.csv',
  text: 'page.md',
  page: 'page.md',
  response: 'response.json',
}

/** Writes or appends; the path's ending decides on the form. */
export function* performSave(
  scene: Scene,
  save: { content: Content; path?: string; append: boolean },
): Steps<string> {
  const { words, product, text } = yield* resolveContent(scene, save.content)
  const name = product ? (NAMES[product.kind] ?? `${product.kind}.md`) : 'note.md'
  const path = save.path ?? (yield* wherePath(scene, words, name))
  if (NOT_TEXT.test(path))
    throw cannot(
      `I write text files, and ${scene.path(path)} is not one.`,
      'Choose .md, .txt, .csv or .json.',
    )
  const written = product ? renderFile(product, path) : (text ?? '')
  const shown = scene.path(path)
  if (save.append) {
    const line = written.replace(/\n+$/, '')
    yield* call('files.append', { path, text: line }, `I could not add to ${shown}`)
    return text === undefined ? `Added ${words} to \`${shown}\`.` : `Added "${short(line)}" to \`${shown}\`.`
  }
  const ending = written === '' || written.endsWith('\n') ? '' : '\n'
  const data = yield* call('files.write', { path, text: `${written}${ending}` }, `I could not write ${shown}`)
  const size = typeof data.bytes === 'number' ? ` (${bytes(data.bytes)})` : ''
  if (text === '') return `Created \`${shown}\`, empty.`
  return text === undefined
    ? `Saved ${words} to \`${shown}\`${size}.`
    : `Wrote "${short(text)}" to \`${shown}\`${size}.`
}

export const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 78).trimEnd()}…` : line
}

/** Content as a JSON value for a request. */
export function* jsonContent(scene: Scene, content: Content): Steps<JsonValue> {
  if (content.kind === 'literal' && content.json) return JSON.parse(content.text) as JsonValue
  const { product, text } = yield* resolveContent(scene, content)
  return product ? (jsonOf(product) as JsonValue) : { text: text ?? '' }
}
