import { type ClauseWords, plain, use } from '../clause-words.ts'
import type { Command, Look } from '../command.ts'
import { readPathLook } from './files.ts'
import { readSought } from './searching.ts'
import { readLookAt, readWant } from './subjects.ts'
import { readShow } from './times.ts'

const QUESTION =
  /^(?:what|what['’]?s|whats|who|who['’]?s|whose|whom|when|when['’]?s|where|where['’]?s|why|which|how|(?:in|at|on|to|from|by|for|with|since|until|of|under) (?:which|what|whom|when|whose|how)|is|are|was|were|do|does|did|has|have|am|should|tell me (?:about|who|when|where|what|which|how)|any|remind me (?:what|who|when|where|which|how))\b/i

export const isQuestion = (text: string): boolean => QUESTION.test(text) || /\?\s*$/.test(text)

const STOP =
  /\b(?:what(?:['’]s|s)?|who(?:['’]s)?|whose|whom|when(?:['’]s)?|where(?:['’]s)?|why|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|the|an?|my|our|me|i|we|us|you|your|to|of|in|on|at|for|from|about|it|that|this|there|tell|know|remember|again|please|with|by|be|been|any|anything|everything|something|much|many)\b/gi

/** The words of a question that say what it is about. */
export const questionWords = (text: string): string => {
  const query = text
    .replace(/[?!.,;:]+/g, ' ')
    .replace(STOP, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return query === '' ? text.replace(/[?!.]+$/, '').trim() : query
}

const HELP =
  /^(?:help(?: me)?|what (?:can (?:you|i|adjutant)|(?:you|i) can) (?:do|ask)|what (?:do you|can you|you) offer|how (?:do|can) (?:i|you) (?:use|work)|what (?:are you able to|do you) do|who are you|what are you|what is adjutant|(?:which |what )?commands?|examples?|show me what you can do)\b[^⟦]*$/i
const ABOUT =
  /^(?:what (?:(?:do|did|can) )?(?:you|we|i) (?:know|remember|recall|have|tell me|say|learn)|what(?:['’]s| is)? (?:known|remembered|stored|in (?:your |the )?memory)|(?:do|did) you (?:know|remember|have)(?: anything)?|anything|tell me(?: (?:everything|all|what) you (?:know|remember))?|have i (?:told you|said)(?: anything)?|what (?:have|did) i (?:tell|told|say|said)(?: to)?(?: you)?)\b(?: (?:about|of|on|regarding|concerning)\b)?\s*(.*)$/i

const ABOUT_THE_TEXT =
  /\b(?:whether|if|pages?|sites?|websites?|files?|documents?|articles?|says?|said|mentions?|mentioned|contains?|contents?|written|according|listed|read|summary|gist|open|check|see)\b/gi

/** A look at a page or file that was asked a question wants its answer, not the whole. */
function asking(words: ClauseWords, command: Command, bare: string): Command {
  if (command.do !== 'look' || (command.want !== 'text' && command.want !== 'summary')) return command
  const topic = plain(words, bare.replace(/⟦[UP]\d+⟧/g, ' '))
    .replace(STOP, ' ')
    .replace(ABOUT_THE_TEXT, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  return topic === '' ? command : { ...command, want: 'answer', about: topic }
}

/** A part of a page that is not named is of the page that was named last. */
export function impliesPage(words: ClauseWords, { subject }: Pick<Look, 'subject'>): void {
  const { url } = words.referents
  if (subject.kind === 'that' && url !== undefined) use(words, { type: 'url', text: 'this page', value: url })
}

const MOMENT =
  "(?:the )?(?:current |today['’]s |⟦D\\d+⟧['’]s )?(?:time|date|day|weekday|day of the week)(?: (?:is it|today|now|right now|it is|is today|is it today|please|⟦D\\d+⟧))*"
const NOW = new RegExp(
  `^(?:what(?:['’]?s| is)|do you (?:know|have)|(?:tell|give|show) me|(?:what|which) )? ?${MOMENT}$`,
  'i',
)

/** "what time is it", "tell me today's date". */
export const asksNow = (text: string): boolean => NOW.test(text.replace(/[?!.\s]+$/, ''))

/** A question: about the agent, reminders and runs, a page or path it names, and else about what is remembered. */
export function readQuestion(words: ClauseWords, text: string): Command | undefined {
  const bare = text.replace(/[?!.\s]+$/, '')
  if (asksNow(bare)) return { do: 'now' }
  if (
    /^what (?:did|have|had) (?:you|i|we) (?:just )?(?:save|saved|write|written|wrote|do|done|did|create|created|changed?|make|made|move|moved)\b/i.test(
      bare,
    )
  )
    return { do: 'history' }
  if (
    /^(?:what (?:are|were) you (?:doing|working on|running|up to)|what(?:['’]?s| is) (?:running|going on|happening)\b(?!.*⟦[UP]))/i.test(
      bare,
    )
  )
    return { do: 'show', what: 'runs' }
  if (HELP.test(bare)) return { do: 'help' }
  if (
    /\b(?:reminders?|schedules?|automations?|alarms?|alerts?|routines?|runs?)\b(?! (?:codes?|systems?|clocks?|numbers?)\b)/i.test(
      bare,
    ) &&
    /^(?:what|which|any|do i|are there|have i|is there|show|tell)/i.test(bare) &&
    !/⟦/.test(bare)
  ) {
    const shown = readShow(bare)
    if (shown) return shown
  }
  if (/\b(?:in|inside) (?:the |my )?(?:trash|bin)\b/i.test(bare)) return { do: 'trashed' }
  const sought = readSought(words, bare)
  if (sought) return sought
  if (/⟦P\d+⟧/.test(bare)) {
    const path = readPathLook(
      words,
      bare,
      /\b(?:files|folders|in|inside|under)\b/i.test(bare) ? 'open' : 'read',
    )
    if (path) return asking(words, path, bare)
  }
  if (
    /⟦U\d+⟧/.test(bare) ||
    (readWant(bare) &&
      !/\b(?:my|our|i|you)\b/i.test(bare) &&
      (words.referents.url !== undefined || /\bhow much\b/i.test(bare) === false))
  ) {
    const look = readLookAt(words, bare, 'summary')
    if (look) impliesPage(words, look)
    if (look && (words.referents.url !== undefined || look.subject.kind === 'url'))
      return asking(
        words,
        { do: 'look', ...look, want: look.want === 'page' || look.want === 'text' ? 'summary' : look.want },
        bare,
      )
  }
  const about = ABOUT.exec(bare)
  if (about) {
    const topic = plain(words, about[1] ?? '').replace(/^(?:about|of)\s+/i, '')
    return topic === '' ? { do: 'memories' } : { do: 'recall', query: topic }
  }
  if (!isQuestion(text)) return undefined
  return { do: 'recall', query: plain(words, bare) }
}
