import type { NounChain } from './noun-chain.ts'

/** Properties that take values of any spelling: nobody says "the password is hungry". */
const PROPERTIES =
  /^(?:phone|mobile|fax|email|address|birthday|password|pin|code|wifi|name|nickname|surname|supplier|provider|vendor|contractor|deadline|budget|price|rent|salary|fee|rate|website|url|iban|account|size|language|job|employer|profession|diet|hometown|username|login|colour|timezone|currency|hour|slogan|capital|plan|tariff|bank|insurer|insurance|contact|model|number|floor|room|station|airport|species|breed|hobby)$/

/** One may have several of these: another one is no change. */
const SEVERAL =
  /^(?:sister|brother|son|daughter|child|children|kid|aunt|uncle|cousin|grandmother|grandfather|friend|colleague|neighbour|neighbor|client|customer|employee|teacher|cat|dog|pet|hobby|project|goal|problem|idea|question|example|favourite|part|member)$/

/** How somebody or something is at the moment, not a value. */
const STATE =
  /^(?:very |too |so |quite |really |already |still )*(?:broken|dead|lost|wrong|correct|right|secret|safe|weak|strong|new|old|here|there|fine|good|bad|ok|okay|great|slow|fast|late|early|full|empty|missing|ready|done|unknown|important|public|private|expensive|cheap|high|low|due|same|different|busy|sick|ill|happy|sad|tired|hungry|gone|finished|closed|open|valid|invalid|expired|available|unavailable|free|long|short|big|small|nice|beautiful|cold|hot|pregnant|unreachable|annoying|terrible|excellent|unchanged|confidential|known|enough|complicated)\b|^(?:on|off|up|down|out|over|away|back|in use|at home)$/i

const PROPER = /^(?:(?:the|a|an|at|in|on|near|der|die|das)\s+)?(?:["“'«„]?[\p{Lu}\d+~/]|\S+@\S)/u

/** What the verb took with it and what the sentence ends with. */
export const bareValue = (text: string): string =>
  text
    .replace(/^(?:now|currently|called|named|again|always|:|,)\s+/i, '')
    .replace(
      /[,\s]+(?:now|from now on|these days|nowadays|by the way|already|again|too|as well|btw|fyi|please|instead|since \S+(?: \S+)?)$/i,
      '',
    )
    .replace(/^["“«„']+|["”»“']+$/g, '')
    .trim()

/** Another thing is said after this: which part of it is the value, nobody can tell. */
const GOES_ON =
  /,\s*(?:which|who|and|but|so|because|though|he|she|they|it|i|we)\b|\b(?:and|but|because|although|though|so)\s+(?:(?:he|she|they|it|i|we|is|are|was|has|have|does|do|works?|lives?|likes?|wants?|the|my|our|his|her|their|not)\b|\p{L}+'s)/iu

const POINTS =
  /^(?:it|this|that|these|those|him|her|them|me|you|there|here|mine|yours|his|hers|theirs|ours|(?:this|that|these|those|his|her|their|its|your) .*|something.*|the (?:same|best|worst|reason|problem|question|only|one|first|last).*)$/i

/** "it", "there", "this one": what is meant, only the text around it tells. */
export const pointsElsewhere = (value: string): boolean => POINTS.test(value)

export const isValue = (value: string): boolean =>
  value !== '' && value.split(/\s+/).length <= 14 && !GOES_ON.test(value) && !pointsElsewhere(value)

/** Whether "<chain> is <value>" tells the value of a property that there is one of. */
export function isPropertyValue({ items, owned }: NounChain, value: string): boolean {
  const head = items.at(-1) ?? ''
  if (!isValue(value) || STATE.test(value) || SEVERAL.test(head)) return false
  if (items.includes('favourite')) return true
  if (/^(?:phone|mobile|fax)$/.test(head)) return (value.match(/\d/g) ?? []).length >= 5
  if (head === 'email') return /\S@\S/.test(value)
  if (PROPERTIES.test(head)) return true
  return (owned || items.length > 1) && PROPER.test(value)
}

const KINDS_OF_PREFERENCE: readonly (readonly [string, RegExp])[] = [
  ['drink', /\b(?:tea|coffee|espresso|cappuccino|water|beer|wine|juice|cola|milk|cocoa)\b/i],
  ['seat', /\b(?:aisle|window)(?: seats?)?\b/i],
  ['time of day', /\b(?:mornings?|afternoons?|evenings?|noon)\b/i],
  ['transport', /\b(?:trains?|planes?|flights?|flying|cars?|driving|bikes?|cycling|bus(?:es)?)\b/i],
  ['contact', /\b(?:e-?mails?|phone|calls?|chat|text(?:s| messages)?|letters?)\b/i],
  ['theme', /\b(?:dark|light)(?: mode| theme)?\b/i],
  ['units', /\b(?:metric|imperial|celsius|fahrenheit|kilomet(?:er|re)s|miles)\b/i],
  ['language', /\b(?:english|german|french|spanish|italian|polish|dutch|portuguese)\b/i],
  ['format', /\b(?:pdfs?|docx|markdown|plain text|html|spreadsheets?)\b/i],
]

/** The one question that a preference answers; undefined where it is not clear, since one may prefer many things. */
export function kindOfPreference(preferred: string): string | undefined {
  const kinds = KINDS_OF_PREFERENCE.filter(([, words]) => words.test(preferred))
  return kinds.length === 1 ? kinds[0]?.[0] : undefined
}
