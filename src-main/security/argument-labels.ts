import type { JsonValue } from '../vocabulary/json.ts'
import { joinLabels, type Labels, OPERATOR_LABELS } from '../vocabulary/labels.ts'

interface LabelledCall {
  readonly tool: { readonly keeps?: readonly string[] }
  readonly arguments: JsonValue
}

/**
 * Text that stands word for word in what the operator said is the operator's; all else may hold what was read. Where the
 * tool says which arguments it keeps, theirs are the labels: a cron pattern is nobody's words.
 */
export function argumentLabels(call: LabelledCall, words: readonly string[], context: Labels): Labels {
  const { keeps } = call.tool
  const theirs = leaves(keeps ? kept(call.arguments, keeps) : call.arguments).every((leaf) =>
    words.some((said) => says(said, leaf) || (keeps !== undefined && saysAround(said, leaf))),
  )
  return theirs
    ? OPERATOR_LABELS
    : joinLabels(context, { origins: ['model'], trust: 'trusted', sensitivity: 'public' })
}

const kept = (all: JsonValue, keeps: readonly string[]): JsonValue =>
  all === null || typeof all !== 'object' || Array.isArray(all) ? all : keeps.map((name) => all[name] ?? null)

const WORD = /[\p{L}\p{N}_]/u

/** Whether whole words of `said` are this text: a letter or a part of a word is said by no one. */
const says = (said: string, text: string): boolean => text.trim() === '' || placeOf(said, text.trim()) !== -1

function placeOf(said: string, text: string, from = 0): number {
  const cuts = (at: number) => WORD.test(said[at - 1] ?? '') && WORD.test(said[at] ?? '')
  for (let at = said.indexOf(text, from); at !== -1; at = said.indexOf(text, at + 1)) {
    if (!cuts(at) && !cuts(at + text.length)) return at
  }
  return -1
}

const LONGEST_GAP = 60
const TURNS_ROUND = /\b(?:not?|never|without|except|unless|if|only|instead|but)\b|n['’]t\b/i

/** The same with one stretch left out, as "every day at 9" in the middle of a goal, that does not turn its sense round. */
function saysAround(said: string, text: string): boolean {
  const wanted = text.trim()
  return [...wanted.matchAll(/\s+/g)].some(({ index, 0: space }) => {
    const before = wanted.slice(0, index)
    const start = placeOf(said, before)
    const from = start + before.length
    const end = start === -1 ? -1 : placeOf(said, wanted.slice(index + space.length), from)
    return end !== -1 && end - from <= LONGEST_GAP && !TURNS_ROUND.test(said.slice(from, end))
  })
}

/** All that could carry a text: strings, numbers, and names of members that the tool did not give. */
function leaves(value: JsonValue, depth = 0): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, depth + 1))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, member]) => [
    ...(depth > 0 ? [name] : []),
    ...leaves(member, depth + 1),
  ])
}
