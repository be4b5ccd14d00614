/** What stands before the command without changing it: greetings, politeness, order words, bullets. */
const OPENING = new RegExp(
  `^(?:${[
    '[\\s,.:;!–—*•-]+',
    '\\(?\\d{1,2}[.)]\\s+',
    '(?:hey|hi|hello|hiya|yo|dear|good (?:morning|afternoon|evening))\\b(?: there\\b)?(?:,? (?:adjutant|assistant|computer|buddy|friend)\\b)?',
    'adjutant\\b',
    '(?:ok|okay|alright|all right|right|well|great|thanks|thank you|cool|perfect|yes|yeah|sure|fine|actually|sorry|oops|hmm|wait|rather|no(?=,))\\b(?=[\\s,.!:;]|$)',
    "(?:please|pls|plz|kindly|now|also|next|first(?:ly)?(?=[\\s,]+[a-z])(?! \\w+ (?:article|link|one|headline))|second(?:ly)?,|third(?:ly)?,|finally|lastly|last,|afterwards|after that|after this|then|and|but|so|plus|maybe|perhaps|simply|quickly|instead|in addition|additionally|furthermore|to start|to begin(?: with)?|meanwhile|when (?:you(?:'|’)?re |you are |that(?:'|’)?s |that is )?(?:done|finished)(?: with that)?|once (?:you(?:'|’)?re |that(?:'|’)?s |that is )?(?:done|finished))\\b",
    'just (?=[a-z])',
    '(?:could|can|would|will|might) you (?:please |kindly |maybe |perhaps |possibly |also |then |just )*(?:be so kind as to |be able to )?(?:mind )?',
    'would you be so kind as to ',
    'would it be possible to ',
    "(?:i would|i(?:'|’)?d|we(?:'|’)?d|we would) (?:really )?(?:like|love|appreciate it if|want) (?:you |to have you |for you )?(?:to |could )?",
    "i(?:'|’)?d be (?:glad|happy|grateful) if you (?:could|would) ",
    '(?:i|we) (?:want|need|wish|would want)(?: for)? you to ',
    '(?:i|we) (?:want|need|wish) to ',
    'help me (?:to )?',
    "let(?:'|’)?s ",
    'go ahead and ',
    'be (?:so kind|a dear) (?:as to|and) ',
    'do me a favou?r(?: and|,)? ',
    'your (?:task|job) is to ',
    'you (?:can|may|should|must|have to|need to) (?:now |please )?(?=forget\\b)',
    '(?:try|remember|make sure|be sure|feel free) to (?=open|read|save|write|list|append|move|download|fill|submit|summari)',
    'i (?:was )?wonder(?:ing)? if you (?:could|can|would) ',
    'is it possible to ',
    'it would be (?:nice|great|lovely|good) if you (?:could|would) ',
  ].join('|')})`,
  'i',
)

const CLOSING =
  /[\s,.!;]*(?:\b(?:please|pls|thanks(?: a lot| so much| in advance)?|thank you(?: very much| so much)?|for me|if you (?:can|could|would|please)|would you|will you|could you|can you|ok|okay|cheers)[\s,.!?;]*)+$/i

/** The clause without its opening and its closing politeness; quotations and addresses are masked before. */
export function withoutPoliteness(text: string): string {
  let left = text
  for (;;) {
    const next = left.replace(OPENING, '')
    if (next === left) break
    left = next
  }
  const closed = left.replace(CLOSING, '')
  return (closed.trim() === '' ? left : closed).replace(/[\s,;.!]+$/, '').trim()
}

/** "don't …", "do not …", "never …", "without …ing": nothing is asked for. */
export const isNegated = (text: string): boolean =>
  /^(?:do not|don['’]?t|never|no need to|you (?:need not|needn['’]?t|must not|mustn['’]?t|should not|shouldn['’]?t)|under no circumstances|avoid|without)\b(?! (?:forget|let me forget))/i.test(
    text,
  )

/** "if …", "unless …", "when …": whether to act depends on something that has to be judged first. */
export const isConditional = (text: string): boolean =>
  /^(?:if|unless|in case|provided|assuming|should|when(?:ever)?|as soon as|once|while|until)\b/i.test(text) &&
  !/^(?:when|while|should) (?:is|are|am|was|were|do|does|did|will|would|can|could|should|must|might|may|has|have|had|i|we)\b/i.test(
    text,
  )
