import type { EffectView, EvidenceView, RunView, StepView, TaskView } from '../../src-preload/contract.ts'
import type { ResultContent } from '../execution/call-content.ts'
import type { Registry } from '../execution/registry.ts'
import { answerText, attachedTo, plannedTask } from '../planning/assemble-request.ts'
import { REASONS, type Rule } from '../security/decide-call.ts'
import type { Fact } from '../state/facts.ts'
import { factHash } from '../state/journal.ts'
import { type EffectState, ROOT, type RunState, type TaskState } from '../state/run-state.ts'
import { statusOf, taskStatusOf, waitsOf } from '../state/status.ts'
import { type JsonValue, sha256 } from '../vocabulary/json.ts'

export interface ViewSources {
  readonly content: (ref: string) => JsonValue | undefined
  readonly registry: Registry
}

/** A run as a person sees it. */
export function viewRun(run: RunState, sources: ViewSources): RunView {
  const { content } = sources
  const trigger = content(run.triggerRef) as { text?: string } | undefined
  const reason = run.ended?.reasonRef
    ? (content(run.ended.reasonRef) as { text?: string; remedy?: EffectView['remedy'] } | undefined)
    : undefined
  const effects = run.effects.map((effect) => viewEffect(run, effect, sources))
  const remedy =
    reason?.remedy ?? effects.findLast((effect) => effect.status === 'failed' && effect.remedy)?.remedy
  const failure = run.ended?.status === 'failed' ? failureText(run, sources) : undefined
  return {
    id: run.id,
    conversationId: run.conversationId,
    goal: trigger?.text ?? '(forgotten)',
    channel: run.channel,
    principal: run.principal,
    status: statusOf(run),
    waiting: waitsOf(run).map((wait) => ({ ...wait })),
    plan: run.tasks.filter(({ id }) => id !== ROOT).map((task) => viewTask(run, task, sources)),
    effects,
    evidence: evidenceOf(run, effects, sources),
    answer:
      run.ended?.answerRef && failure === undefined
        ? answerText(run.ended.answerRef, sources)
        : answerSoFar(run, sources),
    ...(run.parked !== undefined
      ? { reason: run.parked }
      : reason?.text || failure
        ? { reason: [reason?.text, failure].filter(Boolean).join(' ') }
        : {}),
    ...(remedy && run.ended?.status === 'failed' ? { remedy } : {}),
    model: run.model,
    usage: run.usage,
    createdAt: run.createdAt,
    updatedAt: run.updatedAt,
  }
}

/** Words of a failed model call are an error, not an answer. */
function failureText(run: RunState, sources: ViewSources): string | undefined {
  const root = run.tasks.find(({ id }) => id === ROOT)
  return root?.status === 'failed' ? answerText(root.answerRef, sources) : undefined
}

function answerSoFar(run: RunState, sources: ViewSources): string {
  const root = run.tasks.find(({ id }) => id === ROOT)
  return root?.status === 'succeeded' ? answerText(root.answerRef, sources) : ''
}

function viewTask(run: RunState, task: TaskState, sources: ViewSources): TaskView {
  const outcome = answerText(task.answerRef, sources) || task.code
  return {
    id: task.id,
    title: plannedTask(task, sources)?.title ?? '(forgotten)',
    dependsOn: [...task.dependsOn],
    tools: [...task.tools],
    status: taskStatusOf(run, task) as TaskView['status'],
    ...(outcome ? { outcome } : {}),
  }
}

function viewEffect(run: RunState, effect: EffectState, { content, registry }: ViewSources): EffectView {
  const result = effect.resultRef
    ? (content(effect.resultRef) as unknown as ResultContent | undefined)
    : undefined
  const status = effect.status === 'approved' ? 'running' : effect.status
  const took =
    effect.dispatchedAt && effect.settledAt
      ? Date.parse(effect.settledAt) - Date.parse(effect.dispatchedAt)
      : undefined
  const trusted = run.tasks.find(({ id }) => id === effect.taskId)?.labels.trust ?? 'trusted'
  return {
    id: effect.id,
    taskId: effect.taskId,
    tool: effect.tool,
    title: registry.find(effect.tool)?.title ?? effect.tool,
    effectClass: effect.effectClass,
    arguments: content(effect.argumentsRef) ?? {},
    status,
    ...(effect.rule ? { reason: REASONS[effect.rule as Rule] ?? effect.rule } : {}),
    ...(result ? { resultText: result.text } : {}),
    ...(result?.remedy ? { remedy: result.remedy } : {}),
    trust: trusted,
    origins: [...effect.labels.origins],
    evidence: (result?.evidence ?? []).map((evidence) => ({ ...evidence })),
    requestedAt: effect.requestedAt,
    ...(effect.dispatchedAt ? { dispatchedAt: effect.dispatchedAt } : {}),
    ...(effect.settledAt ? { settledAt: effect.settledAt } : {}),
    ...(took === undefined ? {} : { durationMs: took }),
  }
}

/** What the run can show for itself: its effects' evidence; for a bare answer, its sources or that it has none. */
function evidenceOf(run: RunState, effects: readonly EffectView[], sources: ViewSources): EvidenceView[] {
  const found = effects.filter(({ status }) => status === 'succeeded').flatMap(({ evidence }) => evidence)
  if (found.length > 0 || run.ended?.status !== 'succeeded') return found
  const attached = attachedTo(run, sources)
  if (attached.length > 0)
    return attached.map(({ handle, name, read }) => ({
      kind: 'source',
      what: handle,
      summary: `Attached: ${name}`,
      sha256: sha256(read.text),
    }))
  const offline = run.model === 'offline'
  return [
    offline
      ? { kind: 'answer', what: run.id, summary: 'Answered by the offline planner, by rule' }
      : { kind: 'model-alone', what: '', summary: 'Answered from the model alone' },
  ]
}

/** The journal of a run, a line a fact. */
export function viewSteps(facts: readonly Fact[]): StepView[] {
  let hash = ''
  return facts.map((fact) => {
    hash = factHash(hash, fact)
    return { seq: fact.seq, at: fact.at, type: fact.type, summary: summarise(fact), hash }
  })
}

function summarise(fact: Fact): string {
  switch (fact.type) {
    case 'run.created':
      return `Started by ${fact.principal} through ${fact.channel}`
    case 'run.recovered':
      return 'Taken up again after an interruption'
    case 'model.requested':
      return `Asked ${fact.model} about ${fact.taskId}${fact.attempt > 1 ? ` (attempt ${fact.attempt})` : ''}`
    case 'model.responded':
      return fact.plan
        ? `Planned ${fact.plan.length} tasks`
        : fact.calls.length > 0
          ? `Wants ${fact.calls.map(({ tool }) => tool).join(', ')}`
          : 'Answered'
    case 'model.failed':
      return `The model failed: ${fact.code}${fact.retryAt ? '; will be asked again' : ''}`
    case 'timer.fired':
      return 'Time to ask again'
    case 'effect.intended':
      return `Intends ${fact.tool}${fact.instruction ? ', as instructed' : ''}`
    case 'effect.refused':
      return `Cannot call ${fact.tool}: ${fact.code}`
    case 'effect.decided':
      return `Decision: ${fact.decision} (${fact.rule})`
    case 'effect.dispatched':
      return `Dispatched${fact.attempt > 1 ? ` (attempt ${fact.attempt})` : ''}`
    case 'effect.settled':
      return `Outcome: ${fact.status}${fact.code ? ` (${fact.code})` : ''}`
    case 'effect.doubted':
      return `In doubt: ${fact.cause}`
    case 'effect.probed':
      return `Looked it up: ${fact.verdict}`
    case 'inquiry.opened':
      return `Asked the operator: ${fact.kind}`
    case 'inquiry.answered':
      return `The operator answered: ${fact.answer}`
    case 'inquiry.withdrawn':
      return 'Question withdrawn'
    case 'notice.given':
      return `Told ${fact.taskId}: ${fact.notice}`
    case 'steering.received':
      return fact.interrupt ? 'The operator interrupted' : 'The operator steered'
    case 'task.ended':
      return `Task ${fact.taskId} ${fact.status}`
    case 'cancel.requested':
      return 'Stop requested'
    case 'run.ended':
      return `Ended: ${fact.status}`
    default:
      return 'Of a kind this version does not know'
  }
}
