import type { FactSubject } from '../memory.ts'

/** What a noun phrase names, from the owner to the thing: "the phone of my sister" is operator, sister, phone. */
export interface NounChain {
  readonly items: readonly string[]
  /** Somebody's or something's: "my", "Maria's", "of the office". */
  readonly owned: boolean
  /** A bare name: nothing of it is a property. */
  readonly name: boolean
  /** "new": what was before is no more. */
  readonly isNew: boolean
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:date of birth|birth ?date|birth day)\b/gi, 'birthday'],
  [/\b(?:mobile|cell|cellular) ?(?:phone )?numbers?\b|\b(?:mobile|cell) ?phones?\b|\bcell\b/gi, 'mobile'],
  [/\b(?:tele)?phone numbers?\b|\btelephone\b/gi, 'phone'],
  [/\be-?mail(?: address(?:es)?)?\b|\bmail address\b/gi, 'email'],
  [/\b(?:home|postal|street|mailing) address\b/gi, 'address'],
  [/\b(?:wi-fi|wlan)\b/gi, 'wifi'],
  [/\bpass ?codes?\b|\bpass words?\b/gi, 'password'],
  [/\bfavorite\b/gi, 'favourite'],
  [/\bcolor\b/gi, 'colour'],
  [/\b(?:mum|mom)\b/gi, 'mother'],
  [/\bdad\b/gi, 'father'],
]

/** Words that stand for somebody or something that only the surrounding text tells. */
const POINTS =
  /^(?:i|we|me|us|it|this|that|these|those|he|she|they|him|them|his|her|hers|their|theirs|its|your|yours|you|which|who|whose|there|here|something|someone|somebody|anyone|everyone|everything|one|each|every|all|some|any|many|most|both|other|another|what|nobody)$/i
const PASSED = /^(?:old|former|previous|earlier|ex|past|original|last|next|second|third|future|late)$/i
const NEW = /^(?:new|newest|latest)$/i
const FILLERS = /^(?:the|a|an|current|present|actual|own|respective|very|and)$/i
/** A verb inside means that more than a noun phrase was caught. */
const VERBS =
  /^(?:is|are|was|were|be|been|has|have|had|do|does|did|can|lives?|works?|likes?|moved|changed|called|named|to|from|with|on|by|than|as|or)$/i

const PEOPLE =
  /^(?:sister|brother|mother|father|wife|husband|partner|girlfriend|boyfriend|son|daughter|child|kid|aunt|uncle|cousin|grandmother|grandfather|grandma|grandpa|friend|boss|manager|colleague|neighbour|neighbor|landlord|dentist|doctor|accountant|lawyer|assistant|client|customer|employee|teacher|cat|dog)$/

const WORDS_MOST = 9

const singular = (word: string): string => {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  return /(?:ches|shes|xes|sses)$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, '')
}

/** Undefined where the words are no noun phrase that stands by itself. */
export function nounChain(phrase: string): NounChain | undefined {
  const spelled = SPELLINGS.reduce((text, [pattern, word]) => text.replace(pattern, word), phrase.trim())
  if (spelled === '' || /[,;:()"“”]/.test(spelled) || spelled.split(/\s+/).length > WORDS_MOST)
    return undefined
  const parts = spelled.split(/\s+(?:of|for|in|at)\s+/i).reverse()
  let owned = parts.length > 1
  let isNew = false
  const items: string[] = []
  let owners = 0
  for (const part of parts) {
    const before = items.length
    const segments = part.replace(/s'(?=\s)/g, "s's").split(/'s(?=\s|$)/)
    if (segments.length > 1) owned = true
    for (const segment of segments) {
      const words = segment
        .trim()
        .split(/\s+/)
        .filter((word) => word !== '')
      const all = words.every((word) => /^[\p{Lu}\d]/u.test(word))
      if (words.some((word) => POINTS.test(word) || PASSED.test(word) || VERBS.test(word))) return undefined
      const kept = words.filter((word) => !FILLERS.test(word) && !NEW.test(word))
      if (words.some((word) => NEW.test(word))) isNew = true
      const folded = kept.map((word) => {
        if (/^my$/i.test(word)) return 'operator'
        if (/^our$/i.test(word)) return 'us'
        const lower = word.toLowerCase().replace(/[^\p{L}\p{N}+&-]/gu, '')
        return all && words.length > 1 ? lower : singular(lower)
      })
      if (/^(?:my|our)$/i.test(kept[0] ?? '')) owned = true
      // a name of several words is one item
      if (all && words.length > 1 && !/^(?:my|our|the)$/i.test(words[0] ?? '')) items.push(folded.join(' '))
      else items.push(...folded)
      if (segment !== segments.at(-1)) owners = items.length - before
      else if (/^(?:my|our)$/i.test(kept[0] ?? '') && segments.length === 1) owners = 1
    }
    // "our supplier for printers": the owner comes before what it is for
    items.unshift(...items.splice(before, owners))
    owners = 0
  }
  const named = items.filter((item) => item !== '')
  if (named.length === 0) return undefined
  const words = phrase.trim().split(/\s+/)
  const name = !owned && words.every((word) => /^\p{Lu}/u.test(word)) && !/^the$/i.test(words[0] ?? '')
  // "Maria's number" is what she is called under
  if (owned && named.at(-1) === 'number' && named.length === 2) named[1] = 'phone'
  return { items: named, owned, name, isNew }
}

/** Somebody or something as a subject of its own. */
export const subjectOf = (chain: NounChain): string => chain.items.join(' ')

/**
 * Divides a chain into whom it is about and which property: the same for all wordings of the same chain. People next
 * to their owner belong to the subject: operator sister | phone, but us | printer supplier.
 */
export function aboutChain({ items }: Pick<NounChain, 'items'>): FactSubject | undefined {
  const [owner, ...rest] = items
  if (owner === undefined || rest.length === 0) return undefined
  let subject = owner
  let left = rest
  while (left.length > 1 && PEOPLE.test(left[0] ?? '')) {
    subject = `${subject} ${left[0]}`
    left = left.slice(1)
  }
  return { subject, attribute: left.join(' ') }
}
