import { distance } from 'fastest-levenshtein'

/** What a command word asks for; many words say the same. */
const VERBS = [
  'open',
  'read',
  'show',
  'get',
  'find',
  'list',
  'search',
  'summarise',
  'save',
  'write',
  'append',
  'make',
  'move',
  'rename',
  'copy',
  'trash',
  'restore',
  'remember',
  'forget',
  'remind',
  'screenshot',
  'download',
  'fill',
  'submit',
  'post',
  'cancel',
  'undo',
  'redo',
  'ask',
  'say',
  'send',
  'unable',
] as const
export type Verb = (typeof VERBS)[number]

const WORDS: Record<Verb, string> = {
  open: 'open visit browse load view goto navigate check',
  read: 'read',
  show: 'show display print cat present',
  get: 'get fetch grab extract collect give pull curl request gather obtain retrieve',
  find: 'find locate',
  list: 'list ls dir enumerate',
  search: 'search grep look',
  summarise: 'summarise summarize condense recap sum digest',
  save: 'save store put export dump keep stick drop place',
  write: 'write',
  append: 'append add note jot record log',
  make: 'make create mkdir new',
  move: 'move mv relocate',
  rename: 'rename',
  copy: 'copy duplicate cp',
  trash: 'trash delete remove rm bin erase discard',
  restore: 'restore undelete recover untrash',
  remember: 'remember memorise memorize',
  forget: 'forget',
  remind: 'remind alert ping',
  screenshot: 'screenshot capture',
  download: 'download',
  fill: 'fill complete enter',
  submit: 'submit',
  post: 'post',
  cancel: 'cancel stop abort unschedule',
  undo: 'undo revert',
  redo: 'redo repeat',
  ask: 'ask',
  say: 'tell say',
  send: 'send share',
  unable:
    'email mail text call phone buy order book reserve pay translate play install run execute draw generate click type press tweet reply answer compute calculate upload compare rewrite convert close turn switch start build deploy login',
}

/** Expressions of several words; the longest that fits counts. `_` stands for the rest of the clause. */
const PHRASES: readonly (readonly [RegExp, Verb])[] = [
  [/^(?:write|jot|note|put) down that\b(?=.*⟦[pn])/, 'append'],
  [/^(?:write|jot|note|put) down that\b|^tuck away that\b|^take down (?:the following|this)\s*:/, 'remember'],
  [/^reminder\s*:/, 'remind'],
  [/^wake (?:me|us)(?: up)?\b/, 'remind'],
  [/^(?:(?:add|make|write) a )?note to self\s*(?:that\b|:)?/, 'remember'],
  [/^always (?:remember|keep in mind) that\b/, 'remember'],
  [/^(?:have|get) it (?:noted|recorded|on record) that\b/, 'remember'],
  [/^remind yourself (?:that|of)\b/, 'remember'],
  [/^note(?: for later| this)?\s*:(?!.*⟦[pn])/, 'remember'],
  [/^(?:go|head|navigate|browse|surf) (?:on )?(?:over )?to\b/, 'open'],
  [/^(?:pull|bring|open|load) up\b/, 'open'],
  [/^(?:take|have) a (?:quick )?look at\b|^look at\b/, 'open'],
  [/^(?:show|give|get|fetch|bring|read|tell|send) (?:me|us) (?=what(?:'s|’s| is| are)? )/, 'say'],
  [/^let (?:me|us) (?:see|know)\b/, 'show'],
  [/^(?:show|display|read|print)(?: to)? (?:me|us)\b/, 'show'],
  [
    /^(?:give|get|fetch|grab|find|bring|pull) (?:me|us) (?:an? )?(?:short |brief |quick )?(?:summary|overview|digest|gist|recap)(?: of| for)?\b/,
    'summarise',
  ],
  [
    /^(?:make|write|create|do|give|prepare) (?:an? |me an? )?(?:short |brief |quick )?(?:summary|overview|digest|recap) of\b(?!.*\b(?:to|in|into)\b.*⟦[pn])/,
    'summarise',
  ],
  [/^(?:bring|take) (?:me|us) (?:over |back )?to (?=⟦u)/, 'open'],
  [/^find (?:me|us)\b(?=.*\b(?:about|on|mention\w*|contain\w*)\b.*⟦p)/, 'find'],
  [/^(?:give|get|fetch|grab|find|bring|pull) (?:me|us)\b/, 'get'],
  [/^(?:sum|boil) (?:it |this |that )?(?:up|down)\b/, 'summarise'],
  [/^(?:make|create|do) (?:an? )?(?:copy|duplicate) of\b/, 'copy'],
  [/^(?:search|look|hunt|grep) (?:around )?(?:for|through|in|inside|up)\b/, 'search'],
  [/^(?:write|note|jot|take|put) (?:it |this |that )?down\b(?! that)/, 'append'],
  [
    /^(?:set|create|make|add|schedule|put|send|give me)(?: up)? (?:me )?(?:an?|the|another) (?:new )?(?:reminder|alarm|alert)\b(?: for me)?/,
    'remind',
  ],
  [/^(?:set|add) reminder\b/, 'remind'],
  [/^(?:do not|don['’]?t|never) let me forget\b|^let me know\b/, 'remind'],
  [/^(?:keep|bear|have) (?:it |this )?in mind\b/, 'remember'],
  [/^(?:note|make a note|take note|mind|know|learn) that\b|^make a note(?:\s*:)?(?= that|\s*:)/, 'remember'],
  [/^(?:i|we) (?:must|should|can|may) ?(?:not|n['’]t) forget (?=to\b)/, 'remind'],
  [/^(?:do not|don['’]?t) forget\b/, 'remember'],
  [
    /^(?:make|keep|take|leave) (?:yourself )?(?:an? )?(?:mental |short |quick |little )?(?:note|record) (?:that|of the fact that|of this\s*:)/,
    'remember',
  ],
  [
    /^(?:save|store|keep|retain|record|log|add|capture|register|take in|hold on to) (?:the |this )?(?:information|fact|knowledge|piece of information)(?: that\b|\s*:)/,
    'remember',
  ],
  [
    /^(?:put|write|add|store|save|keep|note|file) (?:it |this |that |down )?(?:in|into|to|on) (?:your |the |my )?(?:memory|notes|knowledge|file|records?|mind) that\b/,
    'remember',
  ],
  [
    /^(?:save|store|keep|note) (?:it |this |that )?for (?:later|future reference|me)(?: that\b|\s*:)/,
    'remember',
  ],
  [/^(?:write|note|put) (?:down )?(?:in|into|to) (?:your |the )?memory\b/, 'remember'],
  [/^(?:save|store|add|put|commit) (?:it |this |that )?(?:in|into|to) (?:your |the )?memory\b/, 'remember'],
  [
    /^(?:take|make|grab|get|capture|snap|save|do|shoot) (?:me )?(?:an? |the )?(?:full[- ]page )?(?:screen ?shots?|screen ?grabs?|pictures?|images?|snapshots?)(?: of)?\b/,
    'screenshot',
  ],
  [
    /^(?:throw|chuck|toss) (?:away|out)\b|^get rid of\b|^(?:put|move|send|throw) (?=.*\b(?:in|into|to) the (?:trash|bin|rubbish)\b)/,
    'trash',
  ],
  [/^(?:bring|put|get|take) back\b|^(?:bring|put|get) (?=\S+ back\b)/, 'restore'],
  [/^(?:restore|recover|get|bring) (?=.*\b(?:from|out of) the (?:trash|bin)\b)/, 'restore'],
  [/^(?:take|roll|put) (?:it|that|this) back\b|^(?:take|roll) back\b/, 'undo'],
  [/^(?:fill|complete)(?: (?:in|out|up))?\b/, 'fill'],
  [
    /^(?:do|run|try|say) (?:it|that|this|the same(?: thing)?) (?:again|once more|over)\b|^(?:once more|same again|again)\b/,
    'redo',
  ],
  [/^(?:get|forget) rid of\b/, 'trash'],
  [/^(?:call off|turn off|switch off|shut off)\b/, 'cancel'],
  [/^(?:send|post|submit|push) (?:an? )?(?:http )?(?:post|json)\b(?: request)?/, 'post'],
  [/^(?:make|send|do|perform|issue) (?:an? )?(?:http )?get(?: request)?(?: to| on| of)?\b/, 'get'],
  [/^(?:make|send|do|perform|issue) (?:an? )?(?:http )?post(?: request)?\b/, 'post'],
  [/^(?:log|sign) (?:me )?(?:in|up|on|out)\b|^(?:turn|switch) on\b/, 'unable'],
]

const LOOKUP = new Map<string, Verb>()
for (const verb of VERBS) for (const word of WORDS[verb].split(' ')) LOOKUP.set(word, verb)

// Everyday words one slip away from a command word; they are what they are
const NOT_SLIPS = new Set(
  'then than that this there their here have with what when where will well your yours mine more most much many some same sage safe sane said sand seed seen past port pots road real ready bread reach lost last left lists links note notes find fine fond line life like love live move mode made male male mail main many make makes fall full file files fills feel film look lock luck book boot cook hook took good food copy cope core corn coat cost case cash cast call cell tell tall tall told gold hold milk mind mine meat meet meal next need news text test rest best rice race price prices page pages post posts table tables headings headlines article articles headline heading title titles they them these those also only just over from into onto about after again first second third fourth please thanks thank hello show shot shop shut short snow slow clear class check chess cheese cheers chick order older under other another remember member reminder reminders schedule schedules memory memories summary summaries opens opened opening reading reads saving saved'.split(
    ' ',
  ),
)
for (const word of [...NOT_SLIPS]) if (LOOKUP.has(word)) NOT_SLIPS.delete(word)

/** Optimal string alignment: a swap of neighbours counts as one slip. */
function slips(a: string, b: string): number {
  const plain = distance(a, b)
  if (plain !== 2 || a.length !== b.length) return plain
  const at = [...a].findIndex((char, index) => char !== b[index])
  return a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b ? 1 : plain
}

/** The verb that a word means: exactly, or by one slip (two in a long word), never across the first two letters' set. */
function verbOfWord(word: string): { verb: Verb; exact: boolean } | undefined {
  const lower = word.toLowerCase()
  const known = LOOKUP.get(lower)
  if (known) return { verb: known, exact: true }
  if (lower.length < 4 || NOT_SLIPS.has(lower) || !/^[a-z]+$/.test(lower)) return undefined
  let best: { verb: Verb; far: number } | undefined
  for (const [candidate, verb] of LOOKUP) {
    if (verb === 'unable' || candidate.length < 4 || Math.abs(candidate.length - lower.length) > 2) continue
    const swapped = lower[0] === candidate[1] && lower[1] === candidate[0]
    if (lower[0] !== candidate[0] && !swapped) continue
    const far = slips(lower, candidate)
    const allowed = candidate.length >= 8 ? 2 : 1
    if (far <= allowed && far < (best?.far ?? 3)) best = { verb, far }
  }
  return best ? { verb: best.verb, exact: false } : undefined
}

const gerundStems = (word: string) => {
  const stem = word.slice(0, -3)
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')]
}

export interface MatchedVerb {
  readonly verb: Verb
  /** As written, lower-case. */
  readonly word: string
  /** What follows. */
  readonly rest: string
  readonly exact: boolean
}

/** The command word that masked text begins with, after its polite opening was taken off. */
export function matchVerb(text: string): MatchedVerb | undefined {
  const lower = text.toLowerCase()
  for (const [pattern, verb] of PHRASES) {
    const match = pattern.exec(lower)
    if (match && match[0] !== '')
      return { verb, word: match[0].trim(), rest: text.slice(match[0].length).trim(), exact: true }
  }
  const first = /^[A-Za-z]+(?:['’][a-z]+)?/.exec(text)?.[0]
  if (!first) return undefined
  const rest = text.slice(first.length).trim()
  const found =
    verbOfWord(first) ??
    (/[a-z]ing$/.test(first)
      ? gerundStems(first.toLowerCase()).flatMap((stem) =>
          LOOKUP.has(stem) ? [{ verb: LOOKUP.get(stem) as Verb, exact: true }] : [],
        )[0]
      : undefined)
  return found ? { ...found, word: first.toLowerCase(), rest } : undefined
}
