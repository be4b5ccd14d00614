/** A sentence as it was written, without what merely leads it in. */
export interface OwnSentence {
  readonly text: string
  /** The lead-in said that things have changed: "from now on", "correction:". */
  readonly changed: boolean
}

/** What is pasted may be long; nobody tells facts behind it. */
const READ_MOST = 20_000

const FOREIGN = [
  /(?:```|~~~)[\s\S]*?(?:```|~~~|$)/g,
  /^[ \t]*>.*$/gm,
  /<blockquote[\s\S]*?(?:<\/blockquote>|$)/gi,
  /^-{2,} ?(?:original|forwarded) message ?-{2,}[\s\S]*$/gim,
  /^(?:From|Von|De|To|Subject|Date|Sent|Cc): [\s\S]*$/gm,
  // what is given to be worked on is not what is told
  /\b(?:translate|proofread|rewrite|rephrase|paraphrase|summari[sz]e|improve|shorten|polish|correct|edit|check|fix|reply to|answer|send|post|draft|write)\b[^\n.!?]{0,120}\b(?:this|following|below|these)\b[\s\S]*$/gi,
  /^On .{6,80} wrote:[\s\S]*$/gm,
  /^[ \t]*(?:dear|hi|hello|hey) (?!adjutant|assistant|there)[^\n]{1,40}\n[\s\S]*$/gim,
]

/** Who leads in like this speaks further; after any other line that ends in a colon it is somebody else, or nobody. */
const LEADS_IN_OWN =
  /^\W*(?:please )?(?:note|fyi|btw|by the way|for your information|for the record|update|news|facts?|some facts|about me|correction|just so you know|here are some facts[^:]*|things to know)\W*$/i

/** The text up to the first line that hands over to a text of others: "Translate this:", "The page says: …". */
function withoutWhatFollowsColon(text: string): string {
  for (const lead of text.matchAll(/([^\n.!?;]{0,200}):[ \t]*\n/g)) {
    if (!LEADS_IN_OWN.test(lead[1] ?? '')) return text.slice(0, lead.index)
  }
  return text
}

const ABBREVIATED = /(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Hr|Fr|No|Nr|vs|approx|e\.g|i\.e|Jr|Sr)|\b\p{Lu})$/u
/** As often the end of a sentence: what follows tells. */
const PERHAPS_ABBREVIATED = /(?:\b[ap]\.m|\p{L}*[Ss]tr|\bAve|\bBlvd|\bInc|\bLtd|\bCo|\bCorp|\bTel)$/u

const endsNothing = (before: string, after: string): boolean =>
  ABBREVIATED.test(before) || (PERHAPS_ABBREVIATED.test(before) && /^\s+[\p{Ll}\d]/u.test(after))

/** Sentences with their end marks. A dot inside a number, an address or after an abbreviation ends none. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const end of text.matchAll(/[.!?…]+(?=["”»')\]]*(?:\s|$))|\n+|;\s/g)) {
    const until = end.index + end[0].length
    const within = end[0] === '.' && until < text.length
    if (within && endsNothing(text.slice(start, end.index), text.slice(until, until + 20))) continue
    sentences.push(text.slice(start, until))
    start = until
  }
  sentences.push(text.slice(start))
  return sentences
    .map((sentence) => sentence.replace(/;\s$/, '').trim())
    .filter((sentence) => sentence !== '')
}

const LEAD_IN = new RegExp(
  `^(?:${[
    '[-–—*•,.:]+\\s*',
    '\\(?\\d{1,2}[.)]\\s+',
    '(?:hi|hey|hello)(?:,? (?:there|adjutant|assistant))?\\b[,!:]?\\s+',
    '(?:ok|okay|well|oh|thanks|thank you|great|yes|also|and|but|so|anyway|besides|sure|right)\\b[,!:]?\\s+(?=\\S)',
    '(?:fyi|btw|by the way|for your information|for the record|just so you know|heads[- ]up|as you know|as a reminder|update|news|facts?|one more thing)\\b[,:]?\\s+',
    '(?:please )?(?:note|be aware|know|take note) that\\s+',
    '(?:you should know|i should mention|i want you to know|i wanted you to know|let me tell you|it turns out) that\\s+',
    '(?:please )?note:\\s+',
    '(?:currently|nowadays|these days|in general|generally|usually|in fact),?\\s+',
  ].join('|')})`,
  'i',
)
const CHANGED_LEAD_IN =
  /^(?:from now on|as of (?:now|today)|effective immediately|since (?:yesterday|today|last \w+)|correction|actually|no)[,:]\s+|^(?:from now on|as of (?:now|today)|actually)\s+/i

function withoutLeadIn(sentence: string): OwnSentence {
  let text = sentence
  let changed = false
  for (;;) {
    const next = text.replace(LEAD_IN, '')
    const further = next.replace(CHANGED_LEAD_IN, '')
    if (further !== next) changed = true
    if (further === text) return { text, changed }
    text = further
  }
}

/** The text in which the writer speaks: without pasted mails, quoted lines and what it leads in of others. */
export function ownText(text: string): string {
  const own = FOREIGN.reduce(
    (left, pattern) => left.replace(pattern, '\n'),
    text.slice(0, READ_MOST).replaceAll(/[’‘]/g, "'"),
  )
  return withoutWhatFollowsColon(own)
}

export const ownSentences = (text: string): OwnSentence[] => sentencesOf(ownText(text)).map(withoutLeadIn)
