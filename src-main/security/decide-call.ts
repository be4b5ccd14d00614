import type { EffectClass } from '../vocabulary/effect.ts'
import type { Labels } from '../vocabulary/labels.ts'

/** How a sink's value stands to what the operator allowed. */
export interface Placement {
  readonly type: 'path' | 'url' | 'other'
  /** By settings (roots, allowed hosts), or by the operator's own words in this conversation, or neither. */
  readonly inside: 'settings' | 'named' | false
  /** A write here is out of the ordinary. */
  readonly unusual?: string
  /** The agent's own data or its own API: denied under every mode. */
  readonly own?: boolean
  /** For a URL: the operator gave it, or a page of the same host linked to it verbatim. */
  readonly given?: boolean
}

/** All that the decision may rest on. */
export interface CallForDecision {
  readonly effect: EffectClass
  /** An act that has no place: inside by nature. */
  readonly placeless: boolean
  /** Nothing brings back what it takes away. */
  readonly irrevocable?: boolean
  readonly placements: readonly Placement[]
  /** A fetch that takes along more than its address, and not in the operator's words: what was read may leave with it. */
  readonly carries?: boolean
  /** A tool of a connected server; 'changed' is one that is not as the operator knows it. */
  readonly foreign?: 'known' | 'changed'
  /** For such a tool: of others nothing was read yet but how servers describe theirs. */
  readonly described?: boolean
  /** Act and every sink match a clause of the operator's own words that is not used up. */
  readonly instructed: boolean
  /** It would be instructed if words of the operator that may have been misheard were not. */
  readonly misheard?: boolean
  /** Labels of all the task has read so far. */
  readonly context: Labels
  /** Labels of the arguments. */
  readonly labels: Labels
  /** The operator answered 'for this run' to the same tool at the same place. */
  readonly granted: boolean
}

export type Rule =
  | 'own-data'
  | 'secret-to-network'
  | 'granted-for-run'
  | 'as-instructed'
  | 'instructed-unusual'
  | 'instructed-outside'
  | 'instructed-choice'
  | 'needs-approval'
  | 'inside'
  | 'outside'
  | 'not-instructed'
  | 'misheard'
  | 'untrusted-link'
  | 'carries-data'
  | 'high-impact'
  | 'server-tool'
  | 'server-tool-changed'

export interface Decision {
  readonly decision: 'allow' | 'ask' | 'deny'
  readonly rule: Rule
  readonly highImpact: boolean
}

const HEAVY: readonly EffectClass[] = ['send', 'spend', 'destroy', 'execute']

/**
 * The default decision table: hard floor first, then the leftmost column that matches. Pure.
 * Roles, grants and policy can only be asked after it.
 */
export function decideCall(call: CallForDecision): Decision {
  const floor = hardFloor(call)
  if (floor) return floor
  const unusual = call.placements.some((placement) => placement.unusual !== undefined)
  // who allowed notes to be written in a folder did not think of the dotfiles beside them
  // what a server's tool is given was allowed with it
  const carries = call.carries && !call.foreign
  if (call.granted && !unusual && !carries && !call.misheard) return allow('granted-for-run')
  if (call.foreign === 'changed') return ask('server-tool-changed')
  if (HEAVY.includes(call.effect)) return decideHeavy(call)
  if (call.carries) return ask('carries-data')
  if (call.foreign && call.effect !== 'read') return ask('server-tool')
  const inside = call.placeless || call.placements.every((placement) => placement.inside !== false)
  if (call.instructed && inside) {
    if (call.irrevocable && call.labels.trust === 'untrusted') return ask('instructed-choice')
    if (!unusual) return allow('as-instructed')
    return ask('instructed-unusual')
  }
  if (call.effect === 'write') return ask(call.instructed ? 'instructed-outside' : notInstructed(call))
  if (call.context.trust === 'trusted') return inside && !unusual ? allow('inside') : ask('outside')
  const local = call.placements.every(({ type }) => type !== 'url')
  if (local) return inside && !unusual ? allow('inside') : ask('outside')
  return call.placements.every((placement) => placement.type !== 'url' || placement.given === true) && inside
    ? allow('inside')
    : ask('untrusted-link')
}

function hardFloor({ placements, labels, effect, foreign }: CallForDecision): Decision | undefined {
  if (placements.some(({ own }) => own)) return { decision: 'deny', rule: 'own-data', highImpact: true }
  const toNetwork =
    effect === 'send' || foreign !== undefined || placements.some(({ type }) => type === 'url')
  if (labels.sensitivity === 'secret' && toNetwork) {
    return { decision: 'deny', rule: 'secret-to-network', highImpact: true }
  }
  return undefined
}

function decideHeavy(call: CallForDecision): Decision {
  if (!call.instructed && !call.described && call.context.trust === 'untrusted')
    return { decision: 'ask', rule: 'high-impact', highImpact: true }
  if (call.foreign) return ask('server-tool')
  return ask(call.instructed ? 'needs-approval' : notInstructed(call))
}

const notInstructed = ({ misheard }: CallForDecision): Rule => (misheard ? 'misheard' : 'not-instructed')

const allow = (rule: Rule): Decision => ({ decision: 'allow', rule, highImpact: false })
const ask = (rule: Rule): Decision => ({ decision: 'ask', rule, highImpact: false })

/** The rule as a card says it. */
export const REASONS: Record<Rule, string> = {
  'own-data': "This would touch the agent's own data or its own interface, which is never allowed.",
  'secret-to-network': 'This would send a secret over the network, which is never allowed.',
  'granted-for-run': 'You allowed this for the run.',
  'as-instructed': 'You asked for exactly this.',
  'instructed-unusual':
    'You asked for this, but the path is a dotfile, starts by itself, can be executed or links elsewhere.',
  'instructed-outside': 'You asked for this, but it is outside the folders and hosts you allowed or named.',
  'instructed-choice':
    'You asked for this, but what it is done to was chosen after reading text that is not yours, and nothing brings it back.',
  'needs-approval': 'You asked for this. It acts on the outside world, so it is shown to you first.',
  inside: 'It only reads, inside what you allowed or named.',
  outside: 'It reads something you have neither allowed nor named.',
  'not-instructed': 'You did not ask for exactly this.',
  misheard: 'You asked for this by word of mouth, and what it is done to or when may have been misheard.',
  'carries-data':
    'It sends more than the address along (its headers, say), and that may hold what was read from others.',
  'untrusted-link': 'The address comes from a text that is not yours, and you did not give it.',
  'server-tool':
    'It is a tool of a connected server: what it really does cannot be seen from here, so you are asked.',
  'server-tool-changed':
    'The server has changed this tool since you came to know it. Look at what is different before you allow it.',
  'high-impact': 'You did not ask for this, and it comes after reading text that is not yours.',
}
