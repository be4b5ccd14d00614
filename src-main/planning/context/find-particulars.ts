/** What must survive a summary letter by letter. */
export type ParticularKind = 'email' | 'url' | 'path' | 'phone' | 'amount' | 'date' | 'number' | 'name'

export interface Particular {
  readonly kind: ParticularKind
  readonly text: string
  readonly start: number
}

const CURRENCY = 'US\\$|[$€£¥₹₩]'
const CODE = 'USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|CNY|KRW|BRL|MXN|ZAR|TRY|SGD|HKD'
const FIGURE = '(?<!\\d[.,:\\u00a0]?)[+-]?\\d+(?:[.,:\\u00a0]\\d+)*'
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const NAME_WORD = "\\p{Lu}[\\p{L}\\p{N}'’&-]*"
const LINKS = '(?:van|von|de|der|den|del|della|da|dos|du|la|le|al|bin|ibn)'

/**
 * In the order in which they claim their place: what is inside of an address is no number, what is inside of an amount
 * is no number either. Wider than what the operator's words are read by: here a word too many costs a few characters.
 */
const PATTERNS: readonly (readonly [ParticularKind, RegExp])[] = [
  ['url', /\b(?:https?|ftp|file|mailto):[^\s<>"“”«»`]+|\bwww\.[^\s<>"“”«»`]+|\blocalhost:\d+[^\s<>"]*/giu],
  ['email', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['path', /(?<![\p{L}\p{N}/])(?:~|\.{1,2})?\/[^\s"'“”<>|`,;)\]]+|(?<![\p{L}\p{N}])[A-Za-z]:\\[^\s"'<>|]+/gu],
  // bare hosts, with what follows them, and bare file names
  [
    'path',
    /(?<![\p{L}\p{N}.@~/\\-])(?:[\p{L}\p{N}_-]+\.)+[\p{L}][\p{L}\p{N}]+(?::\d+)?(?:\/[^\s<>"“”«»`]*)?/gu,
  ],
  [
    'amount',
    new RegExp(
      `(?:${CURRENCY}) ?${FIGURE}|\\b(?:${CODE}) ${FIGURE}|${FIGURE} ?(?:${CURRENCY}|(?:${CODE}|euros?|dollars?|pounds?|percent)\\b|%)`,
      'gu',
    ),
  ],
  [
    'date',
    new RegExp(
      `\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\b\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?${MONTH}\\b(?:,? \\d{4})?|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?|\\b\\d{1,2}(?::\\d{2})? ?[ap]\\.?m\\b`,
      'gu',
    ),
  ],
  ['phone', /(?<![\p{L}\p{N}])\+?\(?\d{2,}[\d ()/-]{5,22}\d/gu],
  // codes and passwords are written in letters and digits
  ['number', /(?<![\p{L}\p{N}_+-])[+-]?[\p{L}\p{N}_-]*\d[\p{L}\p{N}_-]*(?:[.,:/]\d+)*/gu],
  ['name', new RegExp(`${NAME_WORD}(?: (?:${LINKS} )*${NAME_WORD})*`, 'gu')],
  // scripts without capitals do not tell their names apart
  ['name', /\p{Lo}+/gu],
]

/** Words that only begin with a capital because a sentence does. */
const NO_NAMES = new Set(
  `i the this that these those a an my our your it we you he she they if in on at by to for from of and or but so then as no not
  yes ok okay please thanks thank hello hi hey what which who when where why how is are was were do does did done can could
  will would should shall may might must have has had there here now also add answer ask book buy call cancel change check
  create delete draft fetch find finish get give go keep let list look make mark move note open plan put read remember remind
  reply save schedule search send set show stop sum take tell text turn update use wait want write every each all some any both
  after before until since with without wrote saved sent failed found moved created deleted added remembered it's i'm i'll
  don't let's one two three first second next last once nothing everything`
    .split(/\s+/)
    .filter(Boolean),
)

/** Longest text that is gone through. */
export const LONGEST = 40_000

/** The addresses, numbers, dates and names of a text, as they are written, in order. */
export function findParticulars(whole: string): Particular[] {
  let left = whole.slice(0, LONGEST)
  const found: Particular[] = []
  for (const [kind, pattern] of PATTERNS) {
    const here = [...left.matchAll(pattern)].flatMap((match) => particularOf(kind, match))
    left = without(left, here)
    found.push(...here)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The text with something else in their place that no pattern takes. */
function without(text: string, found: readonly Particular[]): string {
  let end = 0
  const pieces = found.map(({ start, text: words }) => {
    const piece = text.slice(end, start) + '\u0000'.repeat(words.length)
    end = start + words.length
    return piece
  })
  return pieces.join('') + text.slice(end)
}

function particularOf(kind: ParticularKind, match: RegExpExecArray): Particular[] {
  if (kind !== 'name') {
    const text = withoutSentenceEnd(match[0])
    return text === '' ? [] : [{ kind, text, start: match.index }]
  }
  // what only begins a sentence is not a part of the name behind it
  const words = match[0].split(' ')
  const from = words.findIndex((word) => !NO_NAMES.has(word.toLowerCase().replaceAll('’', "'")))
  if (from === -1) return []
  const text = words.slice(from).join(' ')
  return [{ kind, text, start: match.index + match[0].length - text.length }]
}

const withoutSentenceEnd = (text: string): string => {
  const bare = text.replace(/[.,;:!?…'’*]+$/u, '')
  return /[)\]}]$/.test(bare) && !/[([{]/.test(bare) ? bare.slice(0, -1) : bare
}
