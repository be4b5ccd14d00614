import { type GateSituation, hostPort } from '../security/gate.ts'
import type { Action } from '../state/actions.ts'
import type { Arrival, Performed } from '../state/advance.ts'
import type { DoubtCause, FactBody } from '../state/facts.ts'
import { newContent } from '../state/journal.ts'
import { type EffectState, effectOf, type RunState } from '../state/run-state.ts'
import { AdjutantError, explainError, ToolError } from '../vocabulary/errors.ts'
import type { JsonObject, JsonValue } from '../vocabulary/json.ts'
import { type Labels, MCP_LABELS, TOOL_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import type { InquiryDetail, ResultContent } from './call-content.ts'
import type { PathStanding } from './files/files.ts'
import { type OpenPage, openPage } from './open-page.ts'
import { pickPorts } from './pick-ports.ts'
import type { PrepareDeps } from './prepare-call.ts'
import { requireOn } from './registry.ts'
import { remedyFor } from './remedy.ts'
import { type AnyTool, TIMEOUT_MS, type ToolCall, type ToolResult } from './tool.ts'

export interface RunToolDeps extends PrepareDeps {
  /** Brings an outcome into its run's journal, for as long as that takes. */
  readonly arrive: (runId: string, arrival: Arrival) => void
  readonly situation: (run: RunState) => GateSituation
}

/** The only caller of a tool's handler. */
export interface ToolRunner {
  dispatch(run: RunState, action: Extract<Action, { do: 'dispatch' }>): Performed
  probe(run: RunState, action: Extract<Action, { do: 'probe' }>): Performed
  /** Aborts what is under way in a run; each outcome still arrives, or the effect is in doubt. */
  abort(runId: string): void
}

/** How a call ended: surely, or in doubt. */
type Ending = {
  readonly facts: readonly FactBody[]
  readonly contents: readonly ReturnType<typeof newContent>[]
}

export function createToolRunner(deps: RunToolDeps): ToolRunner {
  const running = new Map<string, Set<AbortController>>()
  // a probe leaves no fact before its answer, so the process itself remembers which are under way
  const probing = new Set<string>()

  const withSignal = async (runId: string, work: (signal: AbortSignal) => Promise<Ending>): Promise<void> => {
    const controller = new AbortController()
    const ofRun = running.get(runId) ?? new Set()
    running.set(runId, ofRun.add(controller))
    const { facts, contents } = await work(controller.signal)
    ofRun.delete(controller)
    if (ofRun.size === 0) running.delete(runId)
    deps.arrive(runId, (run) => (stillOpen(run, facts) ? { facts, contents } : undefined))
  }

  return {
    dispatch: (run, { effectId, attempt }) => ({
      facts: [{ type: 'effect.dispatched', effectId, attempt }],
      start: () => void withSignal(run.id, (signal) => callHandler(deps, run, effectId, signal)),
    }),
    probe: (run, { effectId }) => ({
      facts: [],
      start: () => {
        if (probing.has(effectId)) return
        probing.add(effectId)
        void withSignal(run.id, (signal) => callProbe(deps, run, effectId, signal)).finally(() =>
          probing.delete(effectId),
        )
      },
    }),
    abort: (runId) => {
      for (const controller of running.get(runId) ?? []) controller.abort(new Error('cancelled'))
    },
  }
}

const stillOpen = (run: RunState, facts: readonly FactBody[]): boolean =>
  !run.ended &&
  facts.every((fact) => {
    const effect = 'effectId' in fact ? effectOf(run, fact.effectId) : undefined
    return effect?.status === 'running' || (effect?.status === 'in-doubt' && fact.type !== 'effect.doubted')
  })

async function callHandler(
  deps: RunToolDeps,
  run: RunState,
  effectId: string,
  signal: AbortSignal,
): Promise<Ending> {
  const effect = effectOf(run, effectId)
  const tool = effect && deps.registry.find(effect.tool)
  if (!effect || !tool)
    return settled(effectId, 'failed', { text: 'The tool is gone.' }, undefined, 'unknown-tool')
  const timeout = AbortSignal.timeout(tool.timeoutMs ?? TIMEOUT_MS)
  let began = false
  try {
    // it may have been switched off since it was approved
    requireOn(deps.registry, tool)
    const { input, ports, call } = await openCall(deps, run, effect, tool, AbortSignal.any([signal, timeout]))
    began = true
    return succeeded(effectId, await tool.run(input, ports, call))
  } catch (error) {
    const cause = doubtOf(error, signal, timeout) ?? (began ? doubtOfUnexpected(error, effect) : undefined)
    if (cause && !(cause === 'abort' && effect.inDoubt === 'pure')) {
      return { facts: [{ type: 'effect.doubted', effectId, cause }], contents: [] }
    }
    return settled(
      effectId,
      cause ? 'cancelled' : 'failed',
      { ...failureText(error), ...(began ? { labels: failureLabels(tool) } : {}) },
      remedyFor(error),
      codeOf(error),
    )
  }
}

async function callProbe(
  deps: RunToolDeps,
  run: RunState,
  effectId: string,
  signal: AbortSignal,
): Promise<Ending> {
  const effect = effectOf(run, effectId)
  const tool = effect && deps.registry.find(effect.tool)
  const unknown: Ending = { facts: [{ type: 'effect.probed', effectId, verdict: 'unknown' }], contents: [] }
  if (!effect || !tool?.reconcile) return unknown
  try {
    const { input, ports, call } = await openCall(deps, run, effect, tool, signal)
    const found = (await tool.reconcile(input, ports, call)) as ToolResult | 'did-not-happen' | 'unknown'
    return typeof found === 'string'
      ? { facts: [{ type: 'effect.probed', effectId, verdict: found }], contents: [] }
      : succeeded(effectId, found)
  } catch {
    // a probe that cannot be made tells nothing: the operator is asked
    return unknown
  }
}

/** Everything a handler gets, with paths judged anew: what was approved must still lead to the same place. */
async function openCall(
  deps: RunToolDeps,
  run: RunState,
  effect: EffectState,
  tool: AnyTool,
  signal: AbortSignal,
) {
  const input = deps.content(effect.argumentsRef) as JsonObject | undefined
  if (!input) throw new ToolError('forgotten', 'The arguments of this call were forgotten.')
  const values = (type: string) =>
    Object.entries(tool.sinks)
      .filter(([, sinkType]) => sinkType === type)
      .flatMap(([name]) => input[name] ?? [])
      .filter((value): value is string => typeof value === 'string')
  const paths = await Promise.all(values('path').map((path) => deps.ground.standing(path)))
  const page = await openPage(deps.ports, run.conversationId, tool, input)
  const situation = deps.situation(run)
  checkUnchanged(deps, run, effect, paths, page)
  checkSameTool(deps, run, effect, tool, situation)
  const call: ToolCall = {
    runId: run.id,
    conversationId: run.conversationId,
    principal: run.principal,
    labels: effect.labels,
    idempotencyKey: effect.id,
    allowedHosts: [
      ...situation.allowedHosts,
      ...situation.named.filter(({ type }) => type === 'url').map(({ value }) => hostPort(value)),
      ...situation.named.filter(({ type }) => type === 'url').map(({ value }) => new URL(value).host),
      ...values('url').map((url) => new URL(url).host),
    ],
    signal,
  }
  return { input, call, ports: pickPorts(tool, { ...deps.ports, files: deps.ground.forCall(paths) }) }
}

function checkUnchanged(
  deps: RunToolDeps,
  run: RunState,
  effect: EffectState,
  paths: readonly PathStanding[],
  page: OpenPage | undefined,
): void {
  const own = paths.find(({ ownData }) => ownData)
  if (own) throw new ToolError('own-data', `${own.path} now leads into the agent's own data.`)
  const inquiry = run.inquiries.find(({ effectId, kind }) => effectId === effect.id && kind === 'approval')
  const detail = inquiry && (deps.content(inquiry.detailRef) as unknown as InquiryDetail | undefined)
  const moved = detail && paths.find(({ real }, index) => detail.realPaths[index] !== real)
  if (moved) {
    throw new ToolError(
      'path-changed',
      `${moved.path} leads elsewhere now (${moved.real}) than when it was approved.`,
    )
  }
  // what was allowed without a question did not lead elsewhere when it was judged
  const linked = inquiry ? undefined : paths.find(({ unusual }) => unusual === 'links-elsewhere')
  if (linked) {
    throw new ToolError(
      'path-changed',
      `${linked.path} leads elsewhere now (${linked.real}): a link was put in.`,
    )
  }
  if (page && detail?.page !== undefined) checkSamePage(page, { ...detail, page: detail.page })
}

/** A server's tool must be the one that was allowed, down to every word about it. */
function checkSameTool(
  deps: RunToolDeps,
  run: RunState,
  effect: EffectState,
  { name, foreign }: AnyTool,
  { runGrants }: GateSituation,
): void {
  if (!foreign) return
  const inquiry = run.inquiries.find(({ effectId, kind }) => effectId === effect.id && kind === 'approval')
  const detail = inquiry && (deps.content(inquiry.detailRef) as unknown as InquiryDetail | undefined)
  const granted = runGrants.some(({ tool, places }) => tool === name && places.includes(foreign.identity))
  const same = inquiry ? detail?.identity === foreign.identity : granted || !foreign.changed
  if (same) return
  throw new ToolError(
    'tool-changed',
    `The server "${foreign.server}" has changed the tool ${name} since the call was allowed.`,
    { fix: 'Call it again: the operator is asked anew.' },
  )
}

function checkSamePage(now: OpenPage, approved: OpenPage): void {
  const originOf = ({ page }: OpenPage) => (page === '' ? 'no page' : new URL(page).origin)
  if (originOf(now) !== originOf(approved)) {
    throw new ToolError(
      'page-changed',
      `What was approved was an act on ${originOf(approved)}; open now is ${originOf(now)}.`,
    )
  }
  if (approved.element !== undefined && now.element !== approved.element) {
    throw new ToolError(
      'page-changed',
      `The page has changed: in the place of ${approved.element} is ${now.element ?? 'nothing'} now.`,
      { fix: 'Take a new snapshot.' },
    )
  }
}

function doubtOf(error: unknown, signal: AbortSignal, timeout: AbortSignal): DoubtCause | undefined {
  if (timeout.aborted) return 'timeout'
  if (signal.aborted) return 'abort'
  return error instanceof ToolError && error.effectUncertain ? 'connection' : undefined
}

/** Only a ToolError says that nothing happened; anything else that comes out of a handler says nothing about it. */
const doubtOfUnexpected = (error: unknown, { inDoubt }: EffectState): DoubtCause | undefined =>
  !(error instanceof AdjutantError) && (inDoubt === 'unsafe' || inDoubt === 'reconcilable')
    ? 'connection'
    : undefined

/** What went wrong on the web is told in the web's words: a server's answer, a page's complaint, an address. */
const failureLabels = (tool: AnyTool): Labels =>
  tool.foreign
    ? MCP_LABELS
    : tool.needs.includes('web') || tool.needs.includes('browser')
      ? WEB_LABELS
      : TOOL_LABELS

const failureText = (error: unknown): ToolResult => ({
  text: explainError(error),
})

const codeOf = (error: unknown): string => (error instanceof AdjutantError ? error.code : 'tool-failed')

const succeeded = (effectId: string, result: ToolResult): Ending => settled(effectId, 'succeeded', result)

function settled(
  effectId: string,
  status: 'succeeded' | 'failed' | 'cancelled',
  result: ToolResult,
  remedy?: ResultContent['remedy'],
  code?: string,
): Ending {
  const { text, data, evidence = [], links, acts } = result
  const body: ResultContent = {
    text,
    evidence,
    ...(data === undefined ? {} : { data }),
    ...(links ? { links } : {}),
    ...(remedy ? { remedy } : {}),
  }
  const content = newContent(body as unknown as JsonValue)
  const fact: FactBody = {
    type: 'effect.settled',
    effectId,
    status,
    resultRef: content.ref,
    labels: result.labels ?? TOOL_LABELS,
    evidence: evidence.map(({ kind }) => kind),
    ...(acts ? { acts } : {}),
    ...(code === undefined ? {} : { code }),
  }
  return { facts: [fact], contents: [content] }
}
