import { type Command, questionWords } from '../../../../ingestion/language/language.ts'
import type { JsonObject } from '../../../../vocabulary/json.ts'
import { answerFrom } from '../answer-from.ts'
import { dayWords } from '../replies.ts'
import type { Scene } from '../scene.ts'
import { readPage } from './look.ts'
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

/** A rule is only proposed: it holds when the operator has looked at it and activated it. */
export function* performRule(scene: Scene, { text }: Of<'rule'>): Steps<string> {
  if (!scene.has('memory.propose_rule')) {
    if (/^(?:never|don['’]?t|do not)\b/i.test(text)) return 'All right, I leave that alone.'
    throw cannot('There is nothing here that keeps rules.')
  }
  yield* call('memory.propose_rule', { text }, 'I could not note that rule')
  return `Noted as a proposed rule: "${text}". It holds once you activate it in Memory, and not before.`
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

/** Whether memory holds an answer; where the tool does not say, whether a row shares a word with the question. */
const isKnown = ({ known, hits }: JsonObject, question: string): boolean =>
  typeof known === 'boolean'
    ? known
    : asList(hits).some(({ text }) => overlap(questionWords(question), asText(text)) > 0)

/** When a row was remembered, and where it comes from where that is not the operator. */
function sourceOf(scene: Scene, row: JsonObject): string {
  const { kind, ref } = asObject(row.source)
  const from = ['page', 'file', 'mail', 'import', 'api'].includes(asText(kind)) ? ` from ${asText(ref)}` : ''
  const doubt = row.trust === 'untrusted' ? ', not checked' : ''
  const past = row.validTo === undefined ? '' : `, held until ${dayWords(asText(row.validTo), scene.request)}`
  return `remembered ${dayWords(asText(row.createdAt) || asText(row.at), scene.request)}${from}${past}${doubt}`
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

/** Rows whose score is this close to the best one's answer with it: a question wants one, a topic all. */
const CLOSE = { question: 0.08, topic: 0.3 }
/** From this score on what does not answer is still worth showing. */
const SOMEWHAT_NEAR = 0.25
const MOST = 6
const ASKS_FOR_ONE = /^(?:who|whom|whose|when|where|which|how|what (?:is|was|are|were|['’]s))\b/i

const ASKS_WHAT_WAS = /\b(?:before|used to|formerly|previous(?:ly)?|earlier|was|were|did|old|history|ever)\b/i

/** Answers a question with the rows that bear on it, each with where it comes from. */
export function* performRecall(scene: Scene, { query }: Of<'recall'>): Steps<string> {
  const data = yield* call('memory.recall', { query, k: 8 }, 'I could not look into memory')
  const hits = asList(data.hits)
  const topic = questionWords(query)
  const [best] = hits
  if (!best || !isKnown(data, query)) {
    const read = yield* answerFromPages(scene, topic)
    return read ?? unknownReply(scene, topic, best)
  }
  const margin = ASKS_FOR_ONE.test(query) ? CLOSE.question : CLOSE.topic
  const close = hits
    .filter(({ score }) => Number(best.score) - Number(score) <= margin)
    // what has been replaced is told only where nothing that holds is better
    .filter(({ validTo }) => best.validTo !== undefined || validTo === undefined || ASKS_WHAT_WAS.test(query))
    .slice(0, MOST)
  if (close.length === 1) return `**${asText(best.text)}** (${sourceOf(scene, best)}).`
  return `What I know about "${topic}":\n\n${close.map((row) => `- ${asText(row.text)} (${sourceOf(scene, row)})`).join('\n')}`
}

const unknownReply = (scene: Scene, topic: string, nearest: JsonObject | undefined): string =>
  `I know nothing about "${topic}": nothing I remember answers that.${
    nearest && Number(nearest.score) >= SOMEWHAT_NEAR
      ? ` The nearest I have: "${asText(nearest.text)}" (${sourceOf(scene, nearest)}).`
      : ''
  } Tell me with "remember that …", or name a page or file to look in.`

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

/** Shares are sums of fractions. */
const ALL_WORDS = 0.999

/** Forgets the one row that is clearly meant; where several could be, asks which. */
export function* performForget(scene: Scene, { query, all }: Of<'forget'>): Steps<string> {
  const last = query === '' ? lastRemembered(scene) : undefined
  if (last) {
    yield* call('memory.forget', { id: asText(last.id) }, 'I could not forget it')
    return 'Forgotten.'
  }
  if (query === '')
    throw cannot('What should I forget?', 'Say it with its subject, such as "forget my old address".')
  const data = yield* call('memory.recall', { query, k: 8 }, 'I could not look into memory')
  const words = questionWords(query)
  const scored = asList(data.hits).map((row) => ({ row, share: overlap(words, asText(row.text)) }))
  const named = scored.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
  const best = named[0]?.share ?? 0
  // What only its meaning or a part of the words speaks for is never forgotten without a question
  const guessed = best < ALL_WORDS
  const hits = named.length === 0 && data.known === true ? scored : named
  if (hits.length === 0) throw cannot(`I know nothing about "${query}", so there is nothing to forget.`)
  const close = hits.filter(({ share }) => share >= best - 0.2).map(({ row }) => row)
  const chosen =
    close.length === 1 && !all && !guessed
      ? close
      : yield* whichToForget(scene, all ? hits.map(({ row }) => row) : close, { all, guessed })
  for (const row of chosen) yield* call('memory.forget', { id: asText(row.id) }, 'I could not forget it')
  if (chosen.length === 0) return 'Nothing was forgotten.'
  // The words themselves would outlive what is forgotten in what is kept of this conversation
  return chosen.length === 1 ? 'Forgotten.' : `Forgotten: ${chosen.length} memories.`
}

/** Enough of a memory to tell it from others. */
const hint = (text: string): string => (text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text)

function* whichToForget(
  scene: Scene,
  rows: readonly JsonObject[],
  { all, guessed }: { all: boolean; guessed: boolean },
): Steps<readonly JsonObject[]> {
  if (rows.length === 1 && !guessed) return rows
  if (!scene.has('operator.ask'))
    throw cannot('Several memories could be meant.', 'Say more of the words of the one to forget.')
  const shown = rows.slice(0, 6)
  const texts = shown.map((row) => hint(asText(row.text)))
  const question = all ? `Forget all ${rows.length} of these for good?` : 'Which of these should I forget?'
  const data = yield* call(
    'operator.ask',
    { question, choices: rows.length === 1 ? [...texts, NONE] : [...texts, ALL, NONE] },
    'I do not know which to forget',
  )
  const answer = asText(data.answer).trim()
  if (answer === ALL || /^(?:all|yes|both)\b/i.test(answer)) return rows
  const nth = /^\d+$/.test(answer) ? Number(answer) - 1 : texts.indexOf(answer)
  const picked = nth >= 0 ? shown[nth] : shown.find((row) => overlap(answer, asText(row.text)) === 1)
  return answer !== NONE && picked ? [picked] : []
}
