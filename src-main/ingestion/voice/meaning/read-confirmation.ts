import { writeAddresses } from './spoken-addresses.ts'
import { writeNumbers } from './spoken-numbers.ts'

/** What was understood of a spoken answer. */
export interface HeardAnswer {
  readonly text: string
  /** ISO 639-1. */
  readonly language: string
  /** Of all its words, and of each; between 0 and 1. */
  readonly confidence: number
  readonly words?: readonly { readonly confidence: number }[]
}

/** What a spoken answer is to confirm. */
export interface ActToConfirm {
  /** It reaches others or cannot be undone: a yes alone is not enough. */
  readonly weighty: boolean
  /** What it is called: 'send', 'post'. */
  readonly verbs: readonly string[]
  /** Words of what it is done to: 'maria', 'example'. */
  readonly names: readonly string[]
}

export type SpokenAnswer =
  | { readonly answer: 'approve' }
  | { readonly answer: 'reject'; readonly reason?: string }
  | { readonly answer: 'explain' }
  /** Nothing is done by it. */
  | { readonly answer: 'none'; readonly why: 'unsure' | 'no-answer' | 'act-not-named' | 'another-act' }

/** Below these, words are taken for misheard: of the whole answer, of one of its words. */
const SURE = 0.6
const SURE_WORD = 0.35

const YES = /^(?:yes|yeah|yep)$/
const CONFIRM =
  /^(?:approved?|i approve|allow|allowed|confirm|confirmed|i confirm|go ahead|do)(?: (?:it|this|that))?(?: once)?$/
const POLITE = /^(?:please|thanks|thank you)$/
const NO =
  /^(?:no(?: no)*|nope|reject(?:ed)?|i reject|deny|denied|disapproved?|refuse|no thanks|no thank you)$/
const DO_NOT = /^(?:no )?(?:do not|don't|dont|never)\b/
const BECAUSE = /^(.*?)\b(?:because|since)\b(.*)$/
const EXPLAIN =
  /^(?:what (?:is|'s) (?:it|this|that)(?: about)?|what's (?:it|this|that)(?: about)?|what (?:does|will|would) (?:it|this|that) do|what (?:will|would) happen|explain(?: (?:it|this|that))?|tell me more|details|read it(?: to me)?|why|why do you ask)$/
/** Words that name nothing, in the sentence that names an act. */
const LITTLE = new Set(
  'it this that the a an to at on in from into my for of and then now please yes yeah yep okay ok dollars dollar euros euro pounds percent'.split(
    ' ',
  ),
)

/**
 * Reads a spoken answer to an approval. Only a clear confirmation that is the whole of what was said approves; for a
 * weighty act it must name the act and what it is done to ("send it to Maria"). Whatever else is heard does nothing.
 * Pure. It knows English.
 */
export function readConfirmation(heard: HeardAnswer, act: ActToConfirm): SpokenAnswer {
  const { text, language, confidence, words = [] } = heard
  const said = plain(text)
  if (said === '' || language !== 'en') return none('no-answer')
  if (confidence < SURE || words.some((word) => word.confidence < SURE_WORD)) return none('unsure')
  if (EXPLAIN.test(said)) return { answer: 'explain' }
  const refusal = readRefusal(said)
  if (refusal) return refusal
  if (namesAct(said, act)) return { answer: 'approve' }
  if (isYes(said)) return act.weighty ? none('act-not-named') : { answer: 'approve' }
  const [first = ''] = said.split(' ').filter((word) => !LITTLE.has(word))
  return none(act.verbs.includes(first) ? 'another-act' : 'no-answer')
}

const none = (why: Extract<SpokenAnswer, { answer: 'none' }>['why']): SpokenAnswer => ({
  answer: 'none',
  why,
})

/** Lower-case words with one space between; marks and hesitation are gone. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}'@./:_-]+|[.:](?=\s|$)/gu, ' ')
    .replace(/\b(?:u+h+|u+m+|hm+)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function readRefusal(said: string): SpokenAnswer | undefined {
  const [, before = said, reason] = BECAUSE.exec(said) ?? []
  const head = before.trim()
  if (!DO_NOT.test(head) && !NO.test(withoutPolite(head).replace(/ (?:it|this|that)$/, ''))) return undefined
  return { answer: 'reject', ...(reason?.trim() ? { reason: reason.trim() } : {}) }
}

const withoutPolite = (said: string) => said.replace(/^please /, '').replace(/ please$/, '')

/** Nothing but yes, once or more: "yes", "yes please", "yes, go ahead", "approve it". */
function isYes(said: string): boolean {
  let left = said
  let confirmed = false
  while (left !== '') {
    const parts = left.split(' ')
    const length = Math.min(4, parts.length)
    const taken = Array.from({ length }, (_, index) => parts.slice(0, length - index).join(' ')).find(
      (part) => YES.test(part) || CONFIRM.test(part) || POLITE.test(part),
    )
    if (taken === undefined || taken === 'do') return false
    confirmed ||= !POLITE.test(taken)
    left = left.slice(taken.length).trim()
  }
  return confirmed
}

/** A sentence of the act's verb and of what it is done to, and of nothing else that has a meaning. */
function namesAct(said: string, { verbs, names }: ActToConfirm): boolean {
  const written = tokensOf(writeNumbers(writeAddresses(said))).filter((word) => !LITTLE.has(word))
  const [verb, ...rest] = written
  if (verb === undefined || !verbs.includes(verb)) return false
  const known = new Set([...names, ...verbs])
  return (
    rest.every((word) => known.has(word)) && (names.length === 0 || rest.some((word) => names.includes(word)))
  )
}

/** Words and numbers of a text, as they are compared. */
export const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
