import type { Clause, Intent } from '../../vocabulary/entity.ts'
import { withoutPoliteness } from './openings.ts'
import { matchVerb } from './verbs.ts'

const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\\d{1,2}(?:st|nd|rd|th))'
const CHOICE = new RegExp(
  `^(?:(?:no|nope|not that(?: one)?|actually|sorry|i meant|i mean|rather|wait|now|and|then|what about|how about|same (?:for|with)|make it|do|use|take|try|also|instead)[\\s,.:;–-]+)*(?:the |number |no\\. ?|#)?(${ORDINAL}|\\d{1,2})(?: (?:one|article|link|headline|story|item|result))?(?: (?:instead|please|too|now|as well))*[\\s.!?]*$`,
  'i',
)
const CORRECTION =
  /^(?:(?:no|nope|actually|sorry|i meant|i mean|rather|wait|oops|instead|make (?:it|that)|use|change (?:it|that) to|not that(?: one)?)[\s,.:;–-]+)+(?:(?:to|in|into|at|on|as|for|with)\s+)?(?:the )?(⟦[UPNDT E]\d+⟧)(?: (?:instead|please))*[\s.!]*$/i
const ALSO =
  /^(?:(?:and|now|then|also|what about|how about|same (?:for|with|thing for)|do the same (?:for|with))[\s,:]+)+(?:the same (?:for|with) )?(⟦[UPN]\d+⟧)(?: (?:too|as well|please))*[\s.!?]*$/i
const AGAIN =
  /^(?:(?:please|now|and|ok|can you|could you)[\s,]+)*(?:(?:do|run|try|repeat|say|make|go) (?:it|that|this|the same(?: thing)?|all that)?\s*(?:all )?(?:again|once more|over(?: again)?|a second time|another time)|repeat (?:it|that|this|the last (?:one|thing|command|step))|again|once more|same again|redo (?:it|that|this)?|redo|one more time|retry(?: (?:it|that|this))?|try again)(?: please)?[\s.!]*$/i

const lastClauses = (before: readonly Intent[]): readonly Clause[] =>
  before.findLast(({ clauses }) => clauses.some(({ acts }) => acts.length > 0))?.clauses ??
  before.at(-1)?.clauses ??
  []

const inOneClause = (before: readonly Intent[], pattern: RegExp): Clause | undefined =>
  before.flatMap(({ clauses }) => clauses).findLast(({ text }) => pattern.test(text))

/**
 * What a follow-up such as "do it again", "no, the second one" or "actually to ~/b.md" says in full, clause by clause;
 * undefined where the words stand for themselves.
 */
export function expandFollowUp(
  masked: string,
  unmasked: (text: string) => string,
  before: readonly Intent[],
): string[] | undefined {
  const said = masked.trim()
  if (before.length === 0) return undefined
  if (AGAIN.test(said)) return lastClauses(before).map(({ text }) => text)
  const choice = CHOICE.exec(said)
  if (choice?.[1])
    return chosen(
      choice[1],
      /^(?:no|nope|not|actually|sorry|i mean|rather|wait|make|instead)/i.test(said),
      before,
    )
  const correction = CORRECTION.exec(said) ?? ALSO.exec(said)
  if (correction?.[1]) return corrected(correction[1], unmasked(correction[1]), before)
  return undefined
}

/** "the second one": the last clause that took one of several, with the other one; else a look at it. */
function chosen(word: string, correcting: boolean, before: readonly Intent[]): string[] {
  const ordinal = /^\d+$/.test(word)
    ? `${word}${word === '1' ? 'st' : word === '2' ? 'nd' : word === '3' ? 'rd' : 'th'}`
    : word
  const pattern = new RegExp(
    `\\b${ORDINAL}\\b(?= (?:\\w+ )?(?:article|one|link|headline|story|item|result|hit|entry|post|page|match))`,
    'i',
  )
  const clause = inOneClause(before, pattern)
  if (!clause) return [`read the ${ordinal} one`]
  const text = clause.text.replace(pattern, ordinal).replace(/^instead, /, '')
  return [correcting && matchVerb(withoutPoliteness(text))?.verb === 'remind' ? `instead, ${text}` : text]
}

const TYPE_OF: Record<string, readonly string[]> = { U: ['url'], P: ['path'], N: ['path'], D: ['date'] }

/** "no, to ~/b.md": the last clause that named such a thing, with the new one in its place. */
function corrected(mark: string, written: string, before: readonly Intent[]): string[] | undefined {
  const types = TYPE_OF[mark[1] ?? ''] ?? []
  for (const clause of before.flatMap(({ clauses }) => clauses).reverse()) {
    const entity = clause.entities.findLast(
      ({ type, how, text }) => types.includes(type) && how === 'named' && clause.text.includes(text),
    )
    if (entity) return [clause.text.replace(entity.text, written)]
  }
  return undefined
}
