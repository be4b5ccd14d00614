import type { Instruction } from '../state/facts.ts'
import { ROOT, type RunState } from '../state/run-state.ts'
import type { Act, EffectClass } from '../vocabulary/effect.ts'
import type { Entity, Intent } from '../vocabulary/entity.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { joinLabels, type Labels } from '../vocabulary/labels.ts'
import { argumentLabels } from './argument-labels.ts'
import { type Decision, decideCall, type Placement } from './decide-call.ts'
import { findInstruction, type Sink } from './instructed.ts'

/** How a path stands, as whoever owns the files judged it. */
export interface PathJudgement {
  readonly path: string
  readonly real: string
  readonly insideRoots: boolean
  readonly ownData: boolean
  readonly unusual?: string
}

/** What the gate knows of a tool: its descriptor, never its handler. */
export interface GatedTool {
  readonly name: string
  readonly effect: EffectClass
  readonly acts: readonly Act[]
  readonly placeless?: boolean
  readonly irrevocable?: boolean
  readonly keeps?: readonly string[]
  /** A tool of a connected server: what it is given leaves this program, and what it says of itself is untrusted. */
  readonly foreign?: { readonly identity: string; readonly changed: boolean }
}

/** What the operator said and allowed, and what was read, at the moment of the call. */
export interface GateSituation {
  /** Of this run: its trigger and what steered it. Only the operator's own words yield one. */
  readonly intents: readonly Intent[]
  /** The operator's own words in this run, for arguments taken from them verbatim. */
  readonly words: readonly string[]
  /** Named in this conversation, in the operator's own words. */
  readonly named: readonly Entity[]
  /** `host` or `host:port`. */
  readonly allowedHosts: readonly string[]
  /** The agent's own listening addresses, `host:port`. */
  readonly ownAddresses: readonly string[]
  /** Pages read in this run, and the links that stood in them. */
  readonly pages: readonly { readonly url: string; readonly links: readonly string[] }[]
  /** Places the operator allowed for this run, by tool. */
  readonly runGrants: readonly { readonly tool: string; readonly places: readonly string[] }[]
}

export interface GatedCall {
  readonly taskId: string
  readonly tool: GatedTool
  readonly arguments: JsonValue
  readonly sinks: readonly Sink[]
  readonly paths: readonly PathJudgement[]
  /** Address of the open page, for an act on it. */
  readonly page?: string
}

export interface Judgement extends Decision {
  readonly labels: Labels
  readonly context: Labels
  readonly instruction?: Instruction
  /** What an answer 'for this run' would allow. */
  readonly places: readonly string[]
  /** Inside by settings, or without a place. */
  readonly insideBySettings: boolean
}

/** Judges one call. Pure; whoever asks and gets an exception must treat it as a denial. */
export function judgeCall(run: RunState, call: GatedCall, situation: GateSituation): Judgement {
  const { tool, sinks } = call
  const context = contextLabels(run, call.taskId)
  const labels = argumentLabels(call, situation.words, context)
  const used = run.effects.flatMap(({ instruction, status }) =>
    instruction
      ? [{ instruction, void: status === 'failed' || status === 'denied' || status === 'cancelled' }]
      : [],
  )
  const instruction = findInstruction(situation.intents, tool.acts, sinks, used)
  const misheard =
    instruction === undefined &&
    findInstruction(situation.intents, tool.acts, sinks, used, { withDoubtful: true }) !== undefined
  const placements = sinks.map((sink) => placementOf(sink, call.paths, situation))
  const places = [
    ...sinks.flatMap(placeOf),
    ...(call.page === undefined ? [] : [new URL(call.page).host]),
    // what is allowed of a server's tool is allowed as long as it is the same
    ...(tool.foreign ? [tool.foreign.identity] : []),
  ]
  const placeless = tool.placeless === true
  // what has no place by nature may be allowed as such; a place that is not known never is
  const granted =
    (placeless || places.length > 0) &&
    situation.runGrants.some(
      (grant) => grant.tool === tool.name && places.every((place) => grant.places.includes(place)),
    )
  const decision = decideCall({
    effect: tool.effect,
    placeless,
    irrevocable: tool.irrevocable === true,
    ...(tool.foreign
      ? { foreign: tool.foreign.changed ? 'changed' : 'known', described: onlyDescribed(run, context) }
      : {}),
    placements,
    carries: carriesMore(call, situation.words, context),
    instructed: instruction !== undefined,
    misheard,
    context,
    labels,
    granted,
  })
  const insideBySettings =
    placeless ||
    (placements.length > 0 && placements.every(({ inside, unusual }) => inside === 'settings' && !unusual))
  return { ...decision, labels, context, places, insideBySettings, ...(instruction ? { instruction } : {}) }
}

/**
 * Labels of all that a task's model has in context: the run's start, what it read itself, the root that worded it, and
 * the outcomes of the plan so far, which every thread is shown.
 */
function contextLabels(run: RunState, taskId: string): Labels {
  const shown = run.tasks.filter(({ id, status }) => id === taskId || id === ROOT || status !== 'open')
  return joinLabels(run.labels, ...shown.map(({ labels }) => labels))
}

/** Origins that bring no text of others, but for what servers say of their tools. */
const OWN_ORIGINS: readonly string[] = ['operator', 'model', 'tool', 'mcp']

/** Whether a server's words about its tools are all that was read of others: none of their results, no page, no file. */
const onlyDescribed = (run: RunState, context: Labels): boolean =>
  context.origins.every((origin) => OWN_ORIGINS.includes(origin)) &&
  !run.effects.some(({ tool, settledAt }) => tool.startsWith('mcp.') && settledAt !== undefined)

/** Whether a fetch has arguments besides its address that may hold the text of others. */
function carriesMore(call: GatedCall, words: readonly string[], context: Labels): boolean {
  if (!call.tool.foreign && !call.sinks.some(({ type }) => type === 'url')) return false
  const named = new Set(call.sinks.map(({ argument }) => argument))
  const more = Object.fromEntries(Object.entries(call.arguments ?? {}).filter(([name]) => !named.has(name)))
  return argumentLabels({ tool: {}, arguments: more }, words, context).trust === 'untrusted'
}

function placementOf(sink: Sink, paths: readonly PathJudgement[], situation: GateSituation): Placement {
  if (sink.type === 'path') return pathPlacement(sink, paths, situation)
  if (sink.type === 'url') return urlPlacement(sink, situation)
  const named = situation.named.some(({ type, value }) => type === sink.type && value === sink.value)
  return { type: 'other', inside: sink.type === 'date' || named ? 'named' : false }
}

function pathPlacement(sink: Sink, paths: readonly PathJudgement[], { named }: GateSituation): Placement {
  const judged = paths.find(({ path }) => path === sink.value)
  // fail closed: a path nobody judged is nobody's to touch
  if (!judged) return { type: 'path', inside: false, own: true }
  const unusual = judged.unusual === undefined ? {} : { unusual: judged.unusual }
  const byName = named.some(
    ({ type, value }) =>
      type === 'path' && value !== '/' && (value === sink.value || sink.value.startsWith(`${value}/`)),
  )
  return {
    type: 'path',
    inside: judged.insideRoots ? 'settings' : byName ? 'named' : false,
    own: judged.ownData,
    ...unusual,
  }
}

function urlPlacement(sink: Sink, situation: GateSituation): Placement {
  const { host, hostname } = new URL(sink.value)
  const namedUrls = situation.named.filter(({ type }) => type === 'url').map(({ value }) => value)
  const allowed = situation.allowedHosts.some((entry) => entry === host || entry === hostname)
  const byName = namedUrls.some((url) => new URL(url).host === host)
  const given =
    namedUrls.includes(sink.value) ||
    situation.pages.some((page) => new URL(page.url).host === host && page.links.includes(sink.value))
  return {
    type: 'url',
    inside: allowed ? 'settings' : byName ? 'named' : false,
    given,
    own: situation.ownAddresses.includes(hostPort(sink.value)),
  }
}

/** `host:port` with the port always written; every spelling of the loopback address is the same host. */
export function hostPort(address: string): string {
  const { hostname, port, protocol } = new URL(address)
  const loopback =
    hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.') || hostname === '0.0.0.0'
  return `${loopback ? '127.0.0.1' : hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}

/** The place of a sink as a grant for the run binds it: a folder, a host, or the very value. */
function placeOf(sink: Sink): string[] {
  if (sink.type === 'path') return [sink.value.slice(0, Math.max(1, sink.value.lastIndexOf('/')))]
  if (sink.type === 'url') return [new URL(sink.value).host]
  return sink.type === 'date' ? [] : [sink.value]
}
