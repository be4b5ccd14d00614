import { type ClauseWords, verbatim } from '../clause-words.ts'
import type { Command } from '../command.ts'
import { asksNow, readQuestion } from './questions.ts'
import { readLookAt } from './subjects.ts'
import { readRemind, readShow } from './times.ts'

/** "tell me …": a question, a part of a page, a reminder, or words to say back. */
export function readSay(words: ClauseWords, rest: string, before: string | undefined): Command | undefined {
  const told = rest.replace(/^(?:me|us)\b[\s,]*(?:(?:once )?(?:again|more)\b[\s,]*)?/i, '')
  if (/^(?:to|that)\b/i.test(told) && before !== undefined)
    return readRemind(words, { verb: 'remind', word: 'tell', rest: told, exact: true }, before)
  if (/^(?:(?:on|at|by)\s+)?⟦D\d+⟧\s+to\b/i.test(told))
    return readRemind(words, { verb: 'remind', word: 'tell', rest: told, exact: true })
  if (/^(?:about|what|who|when|where|which|how|everything|all|if|whether)\b/i.test(told))
    return readQuestion(words, /^(?:about|everything|all)\b/i.test(told) ? `tell me ${told}` : told)
  if (/^:|^(?:that|it(?:'|’)?s|it is)\b/i.test(told))
    return { do: 'say', text: verbatim(words, told.replace(/^:\s*|^that\s+/i, '')) }
  if (asksNow(`tell me ${told}`)) return { do: 'now' }
  const shown = readShow(told)
  if (shown) return shown
  const look = readLookAt(words, told, 'page')
  return look ? { do: 'look', ...look } : { do: 'say', text: verbatim(words, told) }
}

/** "me whether tea is out" as a question to the operator. */
export const asQuestion = (text: string): string => {
  const bare = text.replace(/^me\s+(?:(?:for|about|whether|if|to)\s+)?/i, '').replace(/[.?!]+$/, '')
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}?`
}
