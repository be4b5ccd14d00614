const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000 }

const small = [...ONES, ...TENS].join('|')
const scale = Object.keys(SCALES).join('|')
/** "two hundred and fifty", "twenty-three", "nine"; no list of numbers ("one, two"). */
export const NUMBER = `(?:${small}|${scale})(?:[ -](?:and )?(?:${small}|${scale}))*`
/** What a number before it is counted of, so that even a single word is one. */
const COUNTED =
  '%|percent|dollars?|euros?|pounds?|cents?|francs?|yen|seconds?|minutes?|hours?|days?|weeks?|months?|years?|degrees?|times|kilograms?|kilomet(?:er|re)s?'

/** Digits where a number has several words or counts something; "one of them" and "two invoices" stay as they are. */
export function writeNumbers(text: string): string {
  return text
    .replace(new RegExp(`\\b(${NUMBER})(?= (?:${COUNTED})\\b)`, 'gi'), (words) => digitsOf(words) ?? words)
    .replace(
      new RegExp(`\\b(?:${small}|${scale})(?:[ -](?:and )?(?:${small}|${scale}))+\\b`, 'gi'),
      (words) => digitsOf(words) ?? words,
    )
}

/** The number that words say; undefined where they are a row of numbers, as in "nine thirty". */
export function numberOf(words: string): number | undefined {
  let [whole, part] = [0, 0]
  let [lastScale, room] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const word of words.toLowerCase().split(/[ -]+/)) {
    if (word === 'and') continue
    const scaled = SCALES[word]
    if (scaled === 100) {
      if (part >= 100) return undefined
      part = Math.max(1, part) * 100
      room = 100
    } else if (scaled !== undefined) {
      if (scaled >= lastScale) return undefined
      whole += Math.max(1, part) * scaled
      ;[part, room, lastScale] = [0, Number.POSITIVE_INFINITY, scaled]
    } else {
      const value = smallOf(word)
      // "twenty three" leaves room for a one, "twenty" after "three" has none
      if (value === undefined || value >= room) return undefined
      part += value
      room = TENS.includes(word) ? 10 : 0
    }
  }
  return whole + part
}

const digitsOf = (words: string): string | undefined => numberOf(words)?.toString()

function smallOf(word: string): number | undefined {
  const one = ONES.indexOf(word)
  if (one >= 0) return one
  const ten = TENS.indexOf(word)
  return ten >= 0 ? (ten + 2) * 10 : undefined
}

const DIGIT: Readonly<Record<string, string>> = Object.fromEntries(
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, digit) => [
    word,
    String(digit),
  ]),
)
const digit = `${Object.keys(DIGIT).join('|')}|oh`

/** A row of at least five spoken digits is a number to dial or to copy: "oh one five one double two". */
export function writeDigitRows(text: string): string {
  const item = `(?:(?:double|triple) )?(?:${digit}|\\d+)`
  return text.replace(
    new RegExp(`\\b(plus )?(${item}(?:[ ,-]+${item}){4,})\\b`, 'gi'),
    (all, plus, row: string) => {
      // only where words are among them: digits with spaces are written as they should be
      if (!new RegExp(`\\b(?:${digit})\\b`, 'i').test(row)) return all
      const digits = row
        .toLowerCase()
        .split(/[ ,-]+/)
        .reduce<{ text: string; times: number }>(
          ({ text: before, times }, word) => {
            if (word === 'double') return { text: before, times: 2 }
            if (word === 'triple') return { text: before, times: 3 }
            const written = word === 'oh' ? '0' : (DIGIT[word] ?? word)
            return { text: before + written.repeat(times), times: 1 }
          },
          { text: '', times: 1 },
        ).text
      return (plus ? '+' : '') + digits
    },
  )
}
