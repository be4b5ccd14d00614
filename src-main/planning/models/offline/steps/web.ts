import { posix } from 'node:path'
import type { Command, FieldWords, Subject } from '../../../../ingestion/language/language.ts'
import type { PageForm } from '../pages.ts'
import type { Scene } from '../scene.ts'
import { bytes, pickItem, readPage } from './look.ts'
import { jsonContent } from './save.ts'
import { asObject, asText, attempt, call, cannot, type Steps } from './step.ts'

type Of<K extends Command['do']> = Extract<Command, { do: K }>

const lacking = (scene: Scene, tool: string, doing: string): void => {
  if (!scene.has(tool))
    throw cannot(
      `${doing} needs a browser, and there is none here.`,
      'Install Chrome, Chromium or Edge and start again.',
    )
}

function* addressOf(scene: Scene, subject: Subject): Steps<string> {
  if (subject.kind === 'url') return subject.url
  if (subject.kind === 'item') {
    const { item } = yield* pickItem(scene, subject)
    if (item.url !== undefined) return item.url
    throw cannot(`"${item.text}" has no address.`)
  }
  const url = scene.found.find((product) => product.url !== undefined)?.url ?? scene.lastUrl
  if (url === undefined)
    throw cannot('Which page do you mean?', 'Name its address, such as "… of https://example.com".')
  return url
}

const slug = (url: string): string =>
  `${new URL(url).hostname}${new URL(url).pathname}`.replace(/[^\w.]+/g, '-').replace(/^-+|-+$/g, '')

const stamp = (scene: Scene): string => scene.request.call.runId.replace(/\W/g, '').slice(-6)

export function* performScreenshot(scene: Scene, command: Of<'screenshot'>): Steps<string> {
  lacking(scene, 'browser.screenshot', 'A screenshot')
  const url = yield* addressOf(scene, command.subject)
  const path = command.path ?? posix.join(scene.request.home, `screenshot-${slug(url)}-${stamp(scene)}.png`)
  yield* call('browser.screenshot', { url, path }, `I could not take a screenshot of ${url}`)
  return `Took a screenshot of <${url}>: \`${scene.path(path)}\`.`
}

export function* performDownload(scene: Scene, command: Of<'download'>): Steps<string> {
  const url = yield* addressOf(scene, command.subject)
  lacking(scene, 'browser.download', 'A download')
  const name = posix.basename(new URL(url).pathname) || 'download.html'
  const path = command.path ?? posix.join(scene.request.home, 'Downloads', decodeURIComponent(name))
  const data = yield* call('browser.download', { url, path }, `I could not download ${url}`)
  return `Downloaded <${url}> to \`${scene.path(path)}\`${typeof data.bytes === 'number' ? ` (${bytes(data.bytes)})` : ''}.`
}

const simple = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
const tokens = (text: string): string[] =>
  simple(text)
    .split(' ')
    .filter((word) => !['your', 'the', 'my', 'a', 'field', 'address', 'please', 'enter'].includes(word))

type Field = PageForm['fields'][number]

/** The field that a label means: by its whole label or name, else by their words. */
function fieldNamed(fields: readonly Field[], label: string): Field | undefined {
  const asked = simple(label)
  const exact = fields.find((field) => simple(field.label) === asked || simple(field.name) === asked)
  const close = tokens(label)
  if (close.length === 0)
    return (
      exact ??
      (/^(?:address)$/.test(asked) ? fields.find((field) => simple(field.label).includes(asked)) : undefined)
    )
  return (
    exact ??
    fields.find(
      (field) =>
        close.length > 0 &&
        close.every((word) =>
          [...tokens(field.label), ...tokens(field.name)].some(
            (other) => other === word || (word.length > 3 && other.startsWith(word)),
          ),
        ),
    )
  )
}

/** "name Ada Lovelace": the longest beginning that is a field's name, and the rest as its value. */
function splitWords(fields: readonly Field[], words: string): { field: Field; value: string } | undefined {
  const parts = words.split(' ')
  for (let length = parts.length - 1; length >= 1; length--) {
    const field = fieldNamed(fields, parts.slice(0, length).join(' '))
    if (field) return { field, value: parts.slice(length).join(' ') }
  }
  return undefined
}

const FILLABLE = (field: Field): boolean =>
  !['hidden', 'submit', 'button', 'reset', 'image'].includes(field.type)

function fill(
  form: PageForm,
  wanted: readonly FieldWords[],
): { values: Record<string, string>; missing: string[] } {
  const fields = form.fields.filter(FILLABLE)
  const values: Record<string, string> = {}
  const missing: string[] = []
  for (const { words, label, value } of wanted) {
    const named = label === undefined ? undefined : fieldNamed(fields, label)
    const found = named && value !== undefined ? { field: named, value } : splitWords(fields, words)
    if (found) values[found.field.label || found.field.name] = choice(found.field, found.value)
    else missing.push(label ?? words)
  }
  return { values, missing }
}

const choice = (field: Field, value: string): string =>
  field.options.find((option) => simple(option) === simple(value)) ?? value

/** Fills the form of the page that has the named fields, and submits it where that was asked for. */
export function* performFill(scene: Scene, command: Of<'fill'>): Steps<string> {
  lacking(scene, 'browser.fill', 'Filling in a form')
  const url = yield* addressOf(scene, command.subject)
  const page = yield* readPage(scene, url, 'forms')
  if (page.whole && page.forms.length === 0) throw cannot(`I found no form on ${page.title} (${url}).`)
  if (command.fields.length === 0 && !command.submit)
    throw cannot(
      'What should I fill in?',
      'Say the fields and their values, such as "with name Ada and email ada@example.org".',
    )
  const filled =
    page.forms
      .map((form) => fill(form, command.fields))
      .sort((a, b) => a.missing.length - b.missing.length)[0] ?? unread(command.fields)
  if (filled.missing.length > 0) {
    const known = page.forms.flatMap(({ fields }) =>
      fields.filter(FILLABLE).map((field) => field.label || field.name),
    )
    throw cannot(
      `The form on ${page.title} has no field for "${filled.missing.join('", "')}".`,
      `Its fields are: ${known.join(', ')}.`,
    )
  }
  const data = yield* call(
    'browser.fill',
    { url, fields: filled.values, submit: command.submit },
    `I could not fill in the form on ${url}`,
  )
  const list = Object.entries(filled.values)
    .map(([label, value]) => `${label}: ${value}`)
    .join(', ')
  const after =
    asText(data.title) && asText(data.url) !== url
      ? ` It led to [${asText(data.title)}](${asText(data.url)}).`
      : ''
  return `${command.submit ? 'Filled in and submitted' : 'Filled in'} the form on <${url}>${list === '' ? '' : ` (${list})`}.${after}`
}

/** Where the page's forms could not be read: labels as the operator worded them. */
function unread(fields: readonly FieldWords[]): { values: Record<string, string>; missing: string[] } {
  const pairs = fields.map(({ words, label, value }): [string, string] => [
    label ?? words.split(' ')[0] ?? '',
    value ?? words.split(' ').slice(1).join(' '),
  ])
  return { values: Object.fromEntries(pairs), missing: [] }
}

function responseReply(data: ReturnType<typeof asObject>, head: string): string {
  const json = data.json !== undefined && data.json !== null
  const body = json ? JSON.stringify(data.json, null, 2) : asText(data.text)
  if (body.trim() === '') return `${head}, without a body.`
  const shown =
    body.length > 2_000 ? `${body.slice(0, 2_000)}\n… (${body.length - 2_000} more characters)` : body
  return `${head}:\n\n\`\`\`${json ? 'json' : ''}\n${shown}\n\`\`\``
}

/** GET of an address; where there is no such tool, or it is a page, it is read instead. */
export function* performGet(scene: Scene, { url }: Of<'get'>): Steps<string> {
  if (!scene.has('http.get')) {
    const page = yield* readPage(scene, url, 'text')
    return `[${page.title}](${page.url})\n\n${page.markdown}`
  }
  const data = yield* call('http.get', { url }, `I could not get ${url}`)
  if (/html/i.test(asText(data.contentType))) {
    const title = /<title[^>]*>([^<]*)</i.exec(asText(data.text))?.[1]?.trim()
    return `\`GET ${url}\` answered ${String(data.status ?? '')} with a page${title ? `, "${title}"` : ''} (${asText(data.text).length} characters).`
  }
  return responseReply(data, `\`GET ${url}\` answered ${String(data.status ?? '')}`)
}

export function* performPost(scene: Scene, command: Of<'post'>): Steps<string> {
  if (command.url === undefined)
    throw cannot(
      'Where should I post it?',
      'Name the address, such as "post {"a": 1} to https://example.com/api".',
    )
  if (!scene.has('http.post')) throw cannot('There is no tool here that sends HTTP requests.')
  const json = yield* jsonContent(scene, command.content)
  const result = yield* attempt('http.post', { url: command.url, json })
  if (!result.ok) throw cannot(`I could not post to ${command.url}: ${result.text}`)
  return responseReply(
    asObject(result.data),
    `\`POST ${command.url}\` answered ${String(asObject(result.data).status ?? '')}`,
  )
}
