import { type ClauseWords, verbatim } from '../clause-words.ts'
import type { Command } from '../command.ts'

/** Words that announce how to act in general, and are no part of the rule. */
const ANNOUNCED =
  /^(?:(?:(?:please )?(?:add|set|make|note) )?(?:an? |the )?(?:new |house |standing |general )?rules?\s*:|from (?:now|today|here|this day|⟦D\d+⟧) on(?:wards?)?\b|(?:in (?:the )?|for (?:the )?)future\b(?! (?:reference|use))|going forward\b|henceforth\b|as an? (?:general )?rule\b|(?:please )?make it (?:an?|your) (?:general )?(?:rule|habit|policy|principle)\b|it(?:['’]s| is) (?:an?|your|our|my) (?:rule|habit|policy|principle)\b)[\s,:;–-]*(?:(?:to|that)\b)?\s*/i

/** Words that say by themselves that they hold always. */
const STANDING =
  /^(?:always|never|(?:do not|don['’]?t) ever|(?:you|adjutant) (?:must|should|shall|may|can|are(?: not| never)? (?:to|allowed to)|have to|need to) (?:always|never)|you (?:are (?:not|never) allowed to|must never|may never|may not ever)|i (?:always )?(?:want|expect) you to (?:always|never)|whenever|(?:each|every|any) ?time (?=you|i|we|some|an?\b))\b/i

const NO_RULE =
  /^never ?mind\b|^always (?:remember|keep in mind) that\b|^never let (?:me|us) forget\b|^(?:never|(?:do not|don['’]?t) ever)\s+\S+(?:\s+(?:it|that|this|them|me|again))?[\s.!]*$/i

/** Whether the words begin what is to hold in general. */
export const beginsRule = (text: string): boolean =>
  ANNOUNCED.test(text) || (STANDING.test(text) && !NO_RULE.test(text))

/** "from now on …", "always …", "never …", "rule: …": the rule as it is to stand. */
export function readRule(words: ClauseWords, text: string): Command | undefined {
  if (!beginsRule(text) || /\?\s*$/.test(text)) return undefined
  const rule = verbatim(words, text.replace(ANNOUNCED, ''))
    .replace(/\s+/g, ' ')
    .replace(/[\s.!]+$/, '')
  return !/\s/.test(rule)
    ? undefined
    : { do: 'rule', text: `${rule.charAt(0).toUpperCase()}${rule.slice(1)}` }
}
