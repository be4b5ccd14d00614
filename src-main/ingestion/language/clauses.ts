import { beginsRule } from './commands/rules.ts'
import { isConditional, isNegated, withoutPoliteness } from './openings.ts'
import { type MatchedVerb, matchVerb, type Verb } from './verbs.ts'

const BOUNDARY =
  /(\n[\s\n]*|\s*;\s*|(?<=[^\s\d.])[.!?]+(?=\s)\s*|\s*(?:→|=>|->|—>)\s*|(?:\s*,)?\s+(?:and |but )?(?:then|after that|afterwards|after which|finally|lastly)\b[\s,:]*)|(\s*,\s*(?:(?:and|but|also|plus)\b\s*)?|\s+(?:and|but|plus)\s+(?:also\s+)?|\s*&\s*)/gi

/** Words that are as often nouns: they begin a command inside a sentence only where an object follows. */
const NOUNISH = new Set(
  'text mail email call book order post note record log list load store export copy share print alert keep sum digest answer complete reply press play run start build display present check view request look capture tweet type phone reserve close turn switch open get find make search rename restore forget cancel stop enter submit fill trash bin ask tell say send compare convert'.split(
    ' ',
  ),
)
const OBJECT =
  /^(?:⟦|the\b|an?\b|my\b|our\b|your\b|all\b|it\b|that\b|this\b|them\b|these\b|those\b|me\b|us\b|every|each\b|any\b|both\b|its\b|their\b|his\b|her\b|some\b|everything\b|another\b|both\b|one\b|what\b|which\b|how\b|first\b|second\b|third\b|top\b|only\b|down\b|up\b|in\b(?= (?:the|a)\b)|for\b|to ⟦|out\b|\d)/i

/** Verbs whose object is a piece of free text that may hold anything. */
const HOLDS_TEXT: readonly Verb[] = ['remember', 'remind', 'forget', 'ask', 'say']
const HOLDS_FIELDS: readonly Verb[] = ['fill', 'post']

/** "… and the prices on <url>": a second part of a page under the first one's verb. */
const PART_OF_PAGE =
  /^(?:(?:also|then) )?(?:the |all |its )?(?:first \w+ )?(?:headlines|headings|links|tables?|prices|summary|title|outline) (?:of|on|from|at|in) (?:the (?:page|site) )?⟦U/i

const PLAIN_STRONG =
  /^(?:remind (?:me|us)\b|remember (?:that|this)\b|(?:do not|don['’]?t) forget that\b|forget (?:that|about|what|everything)\b|set (?:up )?an? (?:reminder|alarm)\b|(?:tell|show) (?:me|us) (?:what|everything|all)(?: that)? you (?:know|remember)\b|(?:show|list|cancel|delete|give|tell)(?: me)? (?:me )?(?:my|all|the|all my|all the|what) (?:reminders?|schedules?|runs?|memories|headlines|links|headings|tables|prices)\b|(?:read|open|save|summari[sz]e|append|screenshot|download|submit) (?:it|that|this|them|the (?:first|second|third|last|result|page|headlines|links|summary|form|tables?|prices?))\b.*⟦|take a screenshot\b|undo\b)/i

const stripped = (text: string): string =>
  withoutPoliteness(text).replace(/^(?:(?:on|at|by)\s+)?⟦[DR]\d+⟧[\s,:]+/i, '')
/** Enough of a clause to tell what it begins with; what is pasted may be long. */
const BEGINNING = 400

const verbOf = (text: string): MatchedVerb | undefined =>
  matchVerb(withoutPoliteness(stripped(text.slice(0, BEGINNING))))

/** Whether the words could stand as a command of their own, in the middle of a sentence. */
function beginsCommand(text: string, firm: boolean): MatchedVerb | 'negation' | 'question' | undefined {
  const bare = withoutPoliteness(stripped(text))
  if (isNegated(bare)) return 'negation'
  const verb = matchVerb(bare)
  if (!verb)
    return firm && /^(?:what|who|when|where|which|how|is|are|do|does|did)\b/i.test(bare)
      ? 'question'
      : undefined
  const object = OBJECT.test(verb.rest)
  if (!verb.exact) return object || (firm && verb.rest !== '') ? verb : undefined
  if (firm) return verb
  return !NOUNISH.has(verb.word) ||
    object ||
    (verb.rest === '' &&
      !/^(?:text|mail|email|list|note|post|book|order|call|log|record|store|copy|print)$/.test(verb.word)) ||
    /^(?:my|the|all)\b/i.test(verb.rest)
    ? verb
    : undefined
}

const LOOKS: readonly Verb[] = [
  'open',
  'read',
  'show',
  'get',
  'list',
  'find',
  'search',
  'summarise',
  'download',
  'screenshot',
]
const UNKNOWN_VERB =
  /^(?!(?:the|its|all|and|for|with|from|on|in|of|to|at|or|both|every|each|any|only|like|as|about|after|before|while|when|where|if|because|since|until|that|this|these|those|a|an|my|our|your|is|are|was|it|i|we|you|he|she|they|there|so|not|no|under|into|than|per|via)\b)[a-z]{3,}\s+(?:it|them|that|me|us|the|my|this|these|those|a|an|its)\b/i

/** "… and frobnicate it": a command whose verb is not known; to pass over it would leave it undone in silence. */
const beginsUnknown = (text: string): boolean => UNKNOWN_VERB.test(withoutPoliteness(text))

/** Whether a command names all it needs by itself, so that even inside free text it must be meant as one. */
const standsAlone = (text: string, upTo: string): boolean => {
  const bare = withoutPoliteness(stripped(text))
  const verb = verbOf(text)
  return (
    PLAIN_STRONG.test(bare) || (verb?.exact === true && verb.verb !== 'unable' && /⟦[UPN]\d+⟧/.test(upTo))
  )
}

/** "open … and save … every weekday at 8": the recurrence is of the whole sentence. */
const TRAILING_RECURRENCE = /^[^\n;]*⟦R\d+⟧[\s.!]*(?:\n|$)/

/** Whether a save, write or append still lacks its place, which may come after the next "and". */
const lacksPlace = (verb: MatchedVerb, left: string): boolean =>
  ['save', 'write', 'append', 'make'].includes(verb.verb) &&
  !/⟦[PN]\d+⟧|\b(?:same|that|this) (?:file|folder)\b|\bthere\b/i.test(left)

function separates(left: string, right: string, upTo: string, firm: boolean, line: boolean): boolean {
  if (left.trim() === '') return true
  if (
    withoutPoliteness(left.slice(0, BEGINNING))
      .replace(/^[\s,]*\b(?:actually|sorry|oops|wait|no|rather)\b/i, '')
      .trim() === ''
  )
    return false
  if (
    !line &&
    TRAILING_RECURRENCE.test(right) &&
    ![left, right].some((part) => verbOf(part)?.verb === 'remind')
  )
    return false
  if (
    PART_OF_PAGE.test(right) &&
    !(verbOf(left) && lacksPlace(verbOf(left) as MatchedVerb, left)) &&
    /⟦U\d+⟧/.test(left)
  )
    return true
  if (beginsRule(withoutPoliteness(left.slice(0, BEGINNING)))) return line
  const verb = verbOf(left)
  const next = beginsCommand(right, firm)
  if (/⟦R\d+⟧/.test(left) && !/^\s*(?:cancel|stop|delete|remove|show|list|remember)\b/i.test(left))
    return (
      (line && next !== undefined) ||
      (verb?.verb === 'remind' && PLAIN_STRONG.test(withoutPoliteness(stripped(right))))
    )
  if (line && /^\s*(?:[-*•]\s*)?⟦[UPX]\d+⟧/.test(right))
    return !/:\s*$/.test(left) && !(verb && EACH.includes(verb.verb))
  if (isConditional(withoutPoliteness(left.slice(0, BEGINNING)))) return line
  if (!verb) return next !== undefined && !/^[\s⟦D\d⟧,]*$/.test(left)
  if (next === undefined)
    return /^\s*(?:thanks|thank you|cheers)\b/i.test(right)
      ? line
      : LOOKS.includes(verb.verb) && beginsUnknown(right)
  if (next === 'question') return line
  if (HOLDS_TEXT.includes(verb.verb)) return (line && next !== 'negation') || standsAlone(right, upTo)
  if (next === 'negation') return true
  if (HOLDS_FIELDS.includes(verb.verb) && next.verb === 'unable') return false
  if (lacksPlace(verb, left) && !firm) return standsAlone(right, upTo) && !/⟦[PN]\d+⟧/.test(upTo)
  return true
}

const MARKS = '⟦[UPN]\\d+⟧'
const LISTED = new RegExp(
  `^(.*?)(${MARKS}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*|\\s*\\n\\s*)${MARKS})+)([\\s.!]*)$`,
  's',
)
const EACH: readonly Verb[] = [
  'trash',
  'read',
  'summarise',
  'open',
  'list',
  'show',
  'download',
  'get',
  'make',
  'screenshot',
]

const PLACE = '(?:as \\w+ )?(?:to|in|into|as|at) (?:the (?:file|folder) )?⟦[PN]\\d+⟧'
const TWO_PLACES = new RegExp(
  `^(.*?)\\s(${PLACE})\\s*,?\\s*(?:and|&)\\s+(?:also\\s+)?(${PLACE})[\\s.!]*$`,
  's',
)

const MOVED = new RegExp(
  `^(.*?)(${MARKS}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)${MARKS})+)(\\s+(?:to|into|in|under|from|back)\\b.*)$`,
  's',
)
const TWO_TEXTS = new RegExp(
  `^(\\w+)\\s+(⟦Q\\d+⟧\\s+(?:to|in|into)\\s+${MARKS})\\s*,?\\s*(?:and|&)\\s+(⟦Q\\d+⟧\\s+(?:to|in|into)\\s+${MARKS})[\\s.!]*$`,
)
const NTH = '(?:first|second|third|fourth|fifth|sixth|last|\\d{1,2}(?:st|nd|rd|th))'
const TWO_ITEMS = new RegExp(
  `^(.*?\\b)(?:the )?(${NTH})(?: (?:one|article|headline|story|link))?\\s*(?:,|and|&)\\s*(?:the )?(${NTH}) ((?:article|one|headline|story|link|item|result|news item|file)s?\\b.*)$`,
  'is',
)
const TWO_TIMES =
  /^(.*?\bremind me )(?:again )?((?:on |at )?⟦D\d+⟧)\s*,?\s*(?:and|&)\s+(?:again )?((?:on |at )?⟦D\d+⟧)(\s.*)$/is

/** "move a and b to c", "save "x" to a and "y" to b", "remind me at 9 and at 10 to …": one clause each. */
function distributePairs(piece: string): string[] {
  const moved = MOVED.exec(piece)
  const verb = verbOf(piece)
  if (
    moved?.[2] &&
    verb &&
    ['move', 'copy', 'trash', 'restore', 'download'].includes(verb.verb) &&
    !/⟦/.test(moved[1] ?? '')
  )
    return (moved[2].match(new RegExp(MARKS, 'g')) ?? []).map((mark) => `${moved[1]}${mark}${moved[3]}`)
  const texts = TWO_TEXTS.exec(withoutPoliteness(piece))
  if (texts) return [`${texts[1]} ${texts[2]}`, `${texts[1]} ${texts[3]}`]
  const items = TWO_ITEMS.exec(piece)
  if (items) return [`${items[1]}the ${items[2]} ${items[4]}`, `${items[1]}the ${items[3]} ${items[4]}`]
  const times = TWO_TIMES.exec(piece)
  return times ? [`${times[1]}${times[2]}${times[4]}`, `${times[1]}${times[3]}${times[4]}`] : [piece]
}

/** "save x to a and to b": one clause for each place. */
function distributePlaces(piece: string): string[] {
  const places = TWO_PLACES.exec(piece)
  const verb = verbOf(piece)
  const saves = verb && ['save', 'write', 'append', 'copy', 'download', 'screenshot'].includes(verb.verb)
  return places && saves ? [`${places[1]} ${places[2]}`, `${places[1]} ${places[3]}`] : [piece]
}

/** "trash a and b", "summarise <url>, <url>": one clause each, with the same head. */
function distribute(piece: string): string[] {
  const listed = LISTED.exec(piece)
  const verb = verbOf(piece)
  if (!listed?.[2] || !verb || !EACH.includes(verb.verb) || /⟦/.test(listed[1] ?? '')) return [piece]
  return (listed[2].match(new RegExp(MARKS, 'g')) ?? []).map((mark) => `${listed[1]}${mark}`)
}

const SUBMITS = /^(?:submit|send|press (?:submit|send))\b(?: (?:it|that|this|the form|form))?[\s.!]*$/i
const REMEMBERS_IT = /^(?:please )?(?:remember|memori[sz]e|note) (?:that|this|it)(?: please)?[\s.!]*$/i
const SAVES_IT =
  /^(?:save|store|put|write|keep)\b(?: (?:it|that|this|them|the (?:screenshot|image|picture|file|download)))? (?:to|as|in|into|under|at|there)\b/i

/** What only completes the clause before belongs to it: "… and submit it", "… and save it as a.png". */
function joins(left: string, right: string): boolean {
  const verb = verbOf(left)
  const bare = withoutPoliteness(right)
  if (verb?.verb === 'fill' || (verb?.verb === 'unable' && /^(?:enter|type)/.test(verb.word)))
    return SUBMITS.test(bare)
  return (
    (verb?.verb === 'screenshot' || verb?.verb === 'download') &&
    !/⟦[PN]\d+⟧/.test(left) &&
    SAVES_IT.test(bare)
  )
}

/**
 * Splits masked text into clauses: at new lines, semicolons, sentence ends and order words, and at "and" or a comma
 * only where what follows begins a command. What is left over belongs to the clause before.
 */
export function splitClauses(masked: string): string[] {
  const boundaries = [...masked.matchAll(BOUNDARY)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    firm: match[1] !== undefined,
    line: match[1] !== undefined && /[\n;.!?]/.test(match[1]),
  }))
  const pieces: string[] = []
  let start = 0
  boundaries.forEach((boundary, index) => {
    const left = masked.slice(start, boundary.start)
    const right = masked.slice(boundary.end, boundary.end + BEGINNING)
    const upTo = masked.slice(boundary.end, boundaries[index + 1]?.start ?? masked.length)
    if (!separates(left, right, upTo, boundary.firm, boundary.line)) return
    pieces.push(masked.slice(start, boundary.line ? boundary.end : boundary.start))
    start = boundary.end
  })
  pieces.push(masked.slice(start))
  const joined: string[] = []
  for (const piece of pieces.map((each) => each.trim()).filter((each) => each !== '')) {
    const last = joined.at(-1)
    if (last !== undefined && joins(last, piece)) joined[joined.length - 1] = `${last} and ${piece}`
    else if (last !== undefined && !verbOf(last) && REMEMBERS_IT.test(piece))
      joined[joined.length - 1] = `remember that ${last.replace(/[\s.!]+$/, '')}`
    else joined.push(piece)
  }
  return joined.flatMap(distribute).flatMap(distributePlaces).flatMap(distributePairs)
}
