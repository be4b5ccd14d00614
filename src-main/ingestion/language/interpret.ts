import { type ClauseWords, firstOf, plain } from './clause-words.ts'
import type { Command } from './command.ts'
import {
  readMake,
  readMove,
  readPathLook,
  readRestore,
  readSave,
  readSearch,
  readSummary,
  readTrash,
} from './commands/files.ts'
import { impliesPage, isQuestion, readQuestion } from './commands/questions.ts'
import { readForget, readRemember, readStatement } from './commands/remembering.ts'
import { readRule } from './commands/rules.ts'
import { asQuestion, readSay } from './commands/saying.ts'
import { readSought } from './commands/searching.ts'
import { readLookAt, readWant } from './commands/subjects.ts'
import { readCancel, readRemind, readSchedule, readShow } from './commands/times.ts'
import { readDownload, readFill, readPost, readScreenshot } from './commands/web.ts'
import { isConditional, isNegated, withoutPoliteness } from './openings.ts'
import { momentOf } from './place.ts'
import { type MatchedVerb, matchVerb } from './verbs.ts'

const HELPLESS = /^(?:help|commands?|examples?|anything)\b/i
const GREETING = /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|yo)\b[^⟦]{0,30}$/i
const CHATTER =
  /^(?:thanks?(?: you)?|thank you|cheers|great|ok|okay|cool|nice|perfect|good|well done|bye|goodbye|see you|yes|no|sure|never ?mind)\b[^⟦]{0,40}$/i

/** What one clause asks for. Deterministic; references it resolves are recorded in `words.used`. */
export function interpret(words: ClauseWords): Command {
  const said = words.text.trim()
  const asked = /^\W*(?:\w+\W+)?(?:can|could|would|will|might) you\b/i.test(said)
  const text = withoutPoliteness(asked ? said.replace(/[?\s]+$/, '') : said)
  const rule = readRule(words, text)
  if (rule) return rule
  if (isNegated(text)) return { do: 'nothing', why: 'negated' }
  if (isConditional(text)) return { do: 'unknown', words: plain(words, said), why: 'conditional' }
  const recurring = firstMark(text, 'R')
  if (recurring !== undefined && !keepsRecurrence(text)) {
    const schedule = readSchedule(words, text, recurring)
    if (schedule) return schedule
  }
  const early = /^(?:(?:on|at|by)\s+)?(⟦D\d+⟧)[\s,:]+(?:please\s+)?(.+)$/s.exec(text)
  const body = early?.[2] === undefined ? text : withoutPoliteness(early[2])
  const verb = matchVerb(body)
  const command = verb ? readVerb(words, verb, early?.[1]) : undefined
  if (command && isForLater(words, command, text, early?.[1]))
    return { do: 'unknown', words: plain(words, said), why: 'later' }
  if (command) return command
  return withoutVerb(words, text, said, verb)
}

/** "remember that we ship every Friday", "cancel what runs every Friday": the recurrence is part of the object. */
const keepsRecurrence = (text: string): boolean => {
  const verb = matchVerb(text)
  const facts = verb?.verb === 'remember' && !/^to\b/i.test(verb.rest)
  return (
    facts ||
    ['forget', 'cancel', 'ask'].includes(verb?.verb ?? '') ||
    isQuestion(text) ||
    /^(?:show|list|delete|remove)\b/i.test(text)
  )
}

const AT_ONCE = [
  'look',
  'list',
  'search',
  'save',
  'make-folder',
  'move',
  'trash',
  'restore',
  'screenshot',
  'download',
  'fill',
  'get',
  'post',
]
const SOON_MS = 60_000

/** "tomorrow at 8 save …", "open … in 5 minutes": to do it now would not be what was asked for. */
function isForLater(words: ClauseWords, command: Command, text: string, early: string | undefined): boolean {
  const late = early ?? /⟦D\d+⟧(?=[\s.!]*$)/.exec(text)?.[0]
  const date = late === undefined ? undefined : firstOf(words, late, 'date')
  if (!date || !AT_ONCE.includes(command.do) || /^(?:today|now|this \w+)$/i.test(date.text)) return false
  if (command.do === 'save' && command.content.kind === 'literal' && command.content.text.includes(date.text))
    return false
  return momentOf(date.value).getTime() > momentOf(words.place.now).getTime() + SOON_MS
}

const firstMark = (text: string, letter: string): string | undefined =>
  new RegExp(`⟦${letter}\\d+⟧`).exec(text)?.[0]

function withoutVerb(words: ClauseWords, text: string, said: string, verb: MatchedVerb | undefined): Command {
  const asks = isQuestion(text) || HELPLESS.test(text)
  const question = asks ? readQuestion(words, text) : undefined
  if (question && (isQuestion(text) || question.do !== 'recall')) return question
  if (GREETING.test(said) && (text === '' || GREETING.test(text))) return { do: 'greet' }
  if (text === '' || /^please$/i.test(text) || (!verb && CHATTER.test(said)))
    return { do: 'nothing', why: 'chatter' }
  const statement = verb?.exact ? undefined : readStatement(words, text)
  if (statement) return statement
  if (!verb) {
    const url = firstOf(words, text, 'url')
    if (url && /^⟦U\d+⟧$/.test(text))
      return { do: 'look', want: 'page', subject: { kind: 'url', url: url.value } }
    const path = /^⟦P\d+⟧$/.test(text) ? readPathLook(words, text, 'open') : undefined
    if (path) return path
    const shown = readShow(text)
    if (shown && /^(?:my|all|the)\b/i.test(text)) return shown
    const look = startsWithPart(text) ? readLookAt(words, text, 'page') : undefined
    if (look) impliesPage(words, look)
    if (
      look &&
      (look.subject.kind === 'url' ||
        look.subject.kind === 'path' ||
        (look.want !== 'page' && look.want !== 'text' && words.referents.url !== undefined))
    )
      return { do: 'look', ...look }
  }
  return { do: 'unknown', words: plain(words, said), why: verb?.exact ? 'unable' : 'unclear' }
}

/** "the headlines of …", "<url>, headlines": a part of a page without a verb. */
const startsWithPart = (text: string): boolean =>
  /^(?:⟦U\d+⟧[\s,:;–-]+)?(?:(?:and|also|the|all|its|my|top|first|latest|last|an?|short|\d+|three|five|ten)\s+)*(?:headlines?|headings?|outline|links?|tables?|prices?|price list|forms?|summary|gist|title|news|top stories|stories)\b/i.test(
    text,
  )

function readVerb(words: ClauseWords, verb: MatchedVerb, before: string | undefined): Command | undefined {
  const { rest } = verb
  switch (verb.verb) {
    case 'open':
    case 'read':
    case 'show':
    case 'get':
    case 'list':
    case 'find':
      return readLookVerb(words, verb)
    case 'search':
      return readSearch(words, verb) ?? readLookVerb(words, verb)
    case 'summarise':
      return readSummary(words, verb)
    case 'save':
    case 'write':
      return readSave(words, verb, false)
    case 'send':
      return /⟦[EUT]\d+⟧/.test(rest) && !/⟦[PN]\d+⟧/.test(rest)
        ? firstOf(words, rest, 'url')
          ? readPost(words, verb)
          : undefined
        : savedSomewhere(words, verb)
    case 'append':
      return /⟦[PNQLX]\d+⟧|\b(?:file|list|note|notes|document|folder|it|that|there|them)\b/i.test(rest)
        ? readSave(words, verb, true)
        : undefined
    case 'make':
      return readMake(words, verb)
    case 'move':
    case 'rename':
    case 'copy':
      if (/⟦U\d+⟧/.test(rest) && verb.verb !== 'rename') return readSave(words, verb, false)
      return /⟦[PNQ]\d+⟧|\b(?:it|that|this|file|folder)\b/i.test(rest) ? readMove(words, verb) : undefined
    case 'trash':
      if (/\b(?:reminders?|schedules?|alarms?)\b/i.test(rest) && !/⟦[PN]/.test(rest))
        return readCancel(words, rest)
      return readTrash(words, verb) ?? readCancel(words, rest) ?? forgotten(words, verb)
    case 'restore':
      return readRestore(words, verb)
    case 'remember':
      // "can you remember who …" asks; "remember where I parked: level 3" and "remember what it says" tell
      if (
        /^what (?:it|this|that|they|the \S+) (?:says?|said|tells?|told|shows?|contains?|reads?)\b/i.test(rest)
      )
        return readRemember(words, verb, before)
      if (/^(?:who|whom|whose|what|when|where|which|how|why|whether)\b[^:]*$/i.test(rest))
        return readQuestion(words, rest)
      return readRemember(words, verb, before)
    case 'forget':
      return readForget(words, verb)
    case 'remind':
      if (/^(?:what|who|when|where|which|how)\b|^me (?:what|who|when|where|which|how)\b/i.test(rest))
        return readQuestion(words, rest.replace(/^me\s+/i, ''))
      return readRemind(words, verb, before)
    case 'screenshot':
      return readScreenshot(words, verb)
    case 'download':
      return readDownload(words, verb)
    case 'fill':
    case 'submit':
      return readFill(words, verb)
    case 'post':
      return readPost(words, verb)
    case 'cancel':
      return readCancel(words, rest)
    case 'undo':
      return readUndo(words)
    case 'redo':
      return { do: 'unknown', words: plain(words, words.text), why: 'unclear' }
    case 'ask':
      return /^me\b/i.test(rest) ? { do: 'ask', question: asQuestion(plain(words, rest)) } : undefined
    case 'say':
      return readSay(words, rest, before)
    case 'unable':
      return /^(?:enter|type)\b/.test(verb.word) && /⟦U|\bfield\b|\bform\b/i.test(rest)
        ? readFill(words, verb)
        : undefined
  }
}

/** "send that to the same folder" is a save; to a person it is nothing this agent can do. */
function savedSomewhere(words: ClauseWords, verb: MatchedVerb): Command | undefined {
  if (/^(?:the form|form)$/i.test(verb.rest)) return readFill(words, { ...verb, verb: 'submit' })
  const saved = readSave(words, verb, false)
  return saved?.do === 'save' && saved.path !== undefined ? saved : undefined
}

const forgotten = (words: ClauseWords, verb: MatchedVerb): Command | undefined =>
  /\b(?:memory|memories|what you (?:know|remember)|note about|fact)\b/i.test(verb.rest)
    ? readForget(words, verb)
    : undefined

function readUndo(words: ClauseWords): Command {
  const { path } = words.referents
  if (path === undefined) return { do: 'undo' }
  words.used.push({ type: 'path', text: 'that', value: path })
  return { do: 'undo', path }
}

function readLookVerb(words: ClauseWords, verb: MatchedVerb): Command | undefined {
  const { rest } = verb
  if (
    /^(?:(?:an? |the )?list|all|my|the|me)?\s*(?:of )?(?:(?:the )?things |what |everything |all )?(?:your |my |the )?(?:memor(?:y|ies)|(?:things )?(?:you|that you) (?:know|remember))\s*$/i.test(
      rest,
    )
  )
    return { do: 'memories' }
  if (/\b(?:the |my )?(?:trash|bin)(?: can)?\s*$/i.test(rest)) return { do: 'trashed' }
  const shown = verb.verb === 'open' ? undefined : readShow(rest)
  if (shown) return shown
  if (/^(?:what|who|when|where|which|how|whether|if)\b/i.test(rest)) return readQuestion(words, rest)
  const within = /^⟦P\d+⟧ for\b/i.test(rest) ? readSought(words, rest) : undefined
  if (within) return within
  if (verb.verb === 'get' && /^(?:back|the )?.*\bfrom (?:the )?(?:trash|bin)\b/i.test(rest))
    return readRestore(words, verb)
  if (
    verb.verb === 'get' &&
    /^(?:(?:from|to|on|the (?:url|json|data|api)(?: (?:at|from|of))?)\s+)*⟦U\d+⟧/i.test(rest)
  ) {
    const url = firstOf(words, rest, 'url')
    if (url) return { do: 'get', url: url.value }
  }
  if (verb.verb === 'find') {
    const search = readSearch(words, verb)
    if (search?.do === 'search' && (search.folder !== undefined || /\bfiles?\b/i.test(rest))) return search
    if (search?.do === 'recall') return search
  }
  if ((rest.match(/⟦U\d+⟧/g) ?? []).length > 1) return undefined
  const part = readWant(rest)
  const listed = part !== undefined && ['headlines', 'links', 'headings', 'tables', 'prices'].includes(part)
  const target = /⟦[PN]\d+⟧/.test(rest) && (/⟦U\d+⟧/.test(rest) || listed)
  if (target) {
    const saved = readSave(words, verb, false)
    return saved?.do === 'save' && saved.path !== undefined && saved.content.kind === 'look'
      ? saved
      : undefined
  }
  const path = readPathLook(words, rest, verb.verb)
  if (path) return path
  const sought =
    /⟦U\d+⟧/.test(rest) && verb.verb === 'find' && readWant(rest) === undefined
      ? readQuestion(words, `what is ${rest}`)
      : undefined
  if (sought) return sought
  const fallback = verb.verb === 'read' || /\b(?:text|content)/i.test(rest) ? 'text' : 'page'
  const look = readLookAt(words, rest, fallback)
  if (!look) return undefined
  const want =
    look.want === 'text' && verb.verb === 'open'
      ? 'page'
      : look.want === 'page' && verb.verb === 'read'
        ? 'text'
        : look.want
  return { do: 'look', ...look, want }
}
