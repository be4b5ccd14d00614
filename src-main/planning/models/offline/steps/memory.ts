import { type Command, questionWords } from '../../../../ingestion/language/language.ts'
import type { JsonObject } from '../../../../vocabulary/json.ts'
import { answerFrom } from '../answer-from.ts'
import type { Scene } from '../scene.ts'
import { readPage } from './look.ts'
import { short } from './save.ts'
import { asList, asObject, asText, call, cannot, type Steps } from './step.ts'

type Of<K extends Command['do']> = Extract<Command, { do: K }>

export function* performRemember(_scene: Scene, { text, at }: Of<'remember'>): Steps<string> {
  const kept = text.charAt(0).toUpperCase() + text.slice(1)
  yield* call(
    'memory.remember',
    { text: kept, ...(at === undefined ? {} : { at }) },
    'I could not remember that',
  )
  return `Remembered: "${kept}".`
}

const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?:'s|’s)$/, '')
    .replace(/(?:ing|ies|es|ed|s)$/, '')
const stems = (text: string): string[] => (text.match(/[\p{L}\d]{2,}/gu) ?? []).map(stem)

/** Share of the query's words that a text has, 0 to 1. */
function overlap(query: string, text: string): number {
  const asked = stems(query)
  const has = new Set(stems(text))
  return asked.length === 0 ? 0 : asked.filter((word) => has.has(word)).length / asked.length
}

/** Below this a row that shares no word with the question is taken for a chance hit. */
const BY_MEANING = 0.5

const relevant = (query: string, hits: readonly JsonObject[]): JsonObject[] =>
  hits.filter(({ text, score }) => overlap(query, asText(text)) > 0 || Number(score) >= BY_MEANING)

const sourceOf = (scene: Scene, row: JsonObject): string => {
  const source =
    typeof row.source === 'object' && row.source !== null && !Array.isArray(row.source)
      ? asText(row.source.ref)
      : ''
  return `remembered ${scene.date(asText(row.createdAt) || asText(row.at)).replace(/, \d\d:\d\d$/, '')}${/^https?:|^\//.test(source) ? ` from ${source}` : ''}`
}

/** What a page or file that was just spoken of says to a question. */
function* answerFromPages(scene: Scene, question: string): Steps<string | undefined> {
  const product = scene.found.find(
    ({ page, path, text }) => page !== undefined || (path !== undefined && text !== undefined),
  )
  if (!product) return undefined
  const page = product.page ? yield* readPage(scene, product.page.url, 'tables') : undefined
  const found = answerFrom(page ?? { markdown: product.text ?? '' }, question)
  if (found.length === 0) return undefined
  const place = page ? `[${page.title}](${page.url})` : `\`${scene.path(product.path ?? '')}\``
  return found.length === 1
    ? `**${found[0]}** (${place})`
    : `On ${place}:\n\n${found.map((text) => `- ${text}`).join('\n')}`
}

/** Answers a question with the rows that bear on it, each with where it comes from. */
export function* performRecall(scene: Scene, { query }: Of<'recall'>): Steps<string> {
  const words = questionWords(query)
  const data = yield* call('memory.recall', { query: words, k: 8 }, 'I could not look into memory')
  const hits = relevant(words, asList(data.hits))
  const topic = words.charAt(0) + words.slice(1)
  if (hits.length === 0) {
    const read = yield* answerFromPages(scene, words)
    if (read !== undefined) return read
  }
  if (hits.length === 0)
    return `I know nothing about "${topic}". Tell me with "remember that …", or name a page or file to look in.`
  const best = hits[0] as JsonObject
  const close = hits
    .filter(({ text }) => overlap(words, asText(text)) >= overlap(words, asText(best.text)) - 0.34)
    .slice(0, 6)
  if (close.length === 1) return `**${asText(best.text)}** (${sourceOf(scene, best)}).`
  return `What I know about "${topic}":\n\n${close.map((row) => `- ${asText(row.text)} (${sourceOf(scene, row)})`).join('\n')}`
}

export function* performMemories(scene: Scene): Steps<string> {
  const data = yield* call('memory.list', { limit: 20 }, 'I could not look into memory')
  const rows = [...asList(data.items), ...asList(data.hits)]
  if (rows.length === 0) return 'I remember nothing yet. Tell me with "remember that …".'
  return `What I remember, latest first:\n\n${rows.map((row) => `- ${asText(row.text)} (${scene.date(asText(row.at))})`).join('\n')}`
}

/** "forget that": what was remembered last in this conversation. */
function lastRemembered(scene: Scene): JsonObject | undefined {
  const results = scene.request.history.flatMap((turn) => turn.results)
  const last = results.findLast(({ tool, ok }) => ok && tool === 'memory.remember')
  return last ? asObject(last.data) : undefined
}

const ALL = 'All of them'
const NONE = 'None of them'

/** Forgets the one row that is clearly meant; where several could be, asks which. */
export function* performForget(scene: Scene, { query, all }: Of<'forget'>): Steps<string> {
  const last = query === '' ? lastRemembered(scene) : undefined
  if (last) {
    yield* call('memory.forget', { id: asText(last.id) }, 'I could not forget it')
    return `Forgot: "${asText(last.text)}".`
  }
  if (query === '')
    throw cannot('What should I forget?', 'Say it with its subject, such as "forget my old address".')
  const data = yield* call(
    'memory.recall',
    { query: questionWords(query), k: 8 },
    'I could not look into memory',
  )
  const words = questionWords(query)
  const hits = asList(data.hits)
    .map((row) => ({ row, share: overlap(words, asText(row.text)) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  if (hits.length === 0) throw cannot(`I know nothing about "${query}", so there is nothing to forget.`)
  const best = hits[0]?.share ?? 0
  const close = hits.filter(({ share }) => share >= best - 0.2).map(({ row }) => row)
  const chosen =
    close.length === 1 && !all
      ? close
      : yield* whichToForget(scene, all ? hits.map(({ row }) => row) : close, all)
  for (const row of chosen)
    yield* call('memory.forget', { id: asText(row.id) }, `I could not forget "${short(asText(row.text))}"`)
  if (chosen.length === 0) return 'Nothing was forgotten.'
  return chosen.length === 1
    ? `Forgot: "${asText(chosen[0]?.text)}".`
    : `Forgot ${chosen.length}:\n\n${chosen.map((row) => `- ${asText(row.text)}`).join('\n')}`
}

function* whichToForget(
  scene: Scene,
  rows: readonly JsonObject[],
  all: boolean,
): Steps<readonly JsonObject[]> {
  if (rows.length === 1) return rows
  if (!scene.has('operator.ask'))
    throw cannot(
      `Several memories could be meant: ${rows.map((row) => `"${asText(row.text)}"`).join(', ')}.`,
      'Say more of the words of the one to forget.',
    )
  const shown = rows.slice(0, 6)
  const texts = shown.map((row) => asText(row.text).slice(0, 200))
  const question = all ? `Forget all ${rows.length} of these for good?` : 'Which of these should I forget?'
  const data = yield* call(
    'operator.ask',
    { question, choices: [...texts, ALL, NONE] },
    'I do not know which to forget',
  )
  const answer = asText(data.answer).trim()
  if (answer === ALL || /^(?:all|yes|both)\b/i.test(answer)) return rows
  const nth = /^\d+$/.test(answer) ? Number(answer) - 1 : texts.indexOf(answer)
  const picked = nth >= 0 ? shown[nth] : shown.find((row) => overlap(answer, asText(row.text)) === 1)
  return picked && answer !== NONE ? [picked] : []
}
