import { evolve, foldRun } from '../state/evolve.ts'
import type { Fact, FactBody } from '../state/facts.ts'
import type { RunState } from '../state/run-state.ts'
import type { Act, EffectClass, InDoubtKind } from '../vocabulary/effect.ts'
import { NO_LABELS, OPERATOR_LABELS } from '../vocabulary/labels.ts'

/** Facts of the run 'r', numbered from 1, a second apart. */
export const journalOf = (...bodies: readonly FactBody[]): Fact[] =>
  bodies.map((body, index) => ({
    ...body,
    runId: 'r',
    seq: index + 1,
    at: new Date(Date.UTC(2026, 0, 5, 9, 0, index)).toISOString(),
  }))

export const runWith = (...bodies: readonly FactBody[]): RunState => foldRun('r', journalOf(...bodies))

export const grow = (run: RunState, ...bodies: readonly FactBody[]): RunState =>
  bodies.reduce<RunState>(
    (state, body) =>
      evolve(state, {
        ...body,
        runId: 'r',
        seq: state.seq + 1,
        at: state.updatedAt || '2026-01-05T09:00:00.000Z',
      }),
    run,
  )

export const created = (demands: readonly Act[] = []): FactBody => ({
  type: 'run.created',
  conversationId: 'c',
  principal: 'operator',
  channel: 'chat',
  triggerRef: 'trigger',
  goalRef: 'goal',
  labels: OPERATOR_LABELS,
  demands: demands.map((act, index) => ({ clauseId: `${index}`, act })),
  timeZone: 'UTC',
})

export const asked = (callId = 'm1', taskId = 'root', attempt = 1): FactBody => ({
  type: 'model.requested',
  callId,
  taskId,
  attempt,
  model: 'scripted',
})

/** A response that wants tools called, each named `tool` or `id:tool`. */
export const wants = (tools: readonly string[], taskId = 'root', callId = 'm1'): FactBody => ({
  type: 'model.responded',
  callId,
  taskId,
  responseRef: `response:${callId}`,
  hasText: false,
  calls: tools.map((tool, index) => ({ id: `t${index}`, tool })),
  usage: { inputTokens: 10, outputTokens: 5 },
})

export const answers = (taskId = 'root', callId = 'm1'): FactBody => ({
  type: 'model.responded',
  callId,
  taskId,
  responseRef: `answer:${callId}`,
  hasText: true,
  calls: [],
  usage: { inputTokens: 10, outputTokens: 5 },
})

/** A plan in which 'b<a' is a task b that depends on a. */
export const plans = (tasks: readonly string[], callId = 'm1'): FactBody => ({
  type: 'model.responded',
  callId,
  taskId: 'root',
  responseRef: `plan:${callId}`,
  hasText: false,
  calls: [],
  plan: tasks.map((task) => {
    const [id = '', dependsOn = ''] = task.split('<')
    return { id, dependsOn: dependsOn === '' ? [] : dependsOn.split('+'), tools: [] }
  }),
  usage: { inputTokens: 10, outputTokens: 5 },
})

export interface EffectOptions {
  readonly id?: string
  readonly taskId?: string
  readonly effect?: EffectClass
  readonly inDoubt?: InDoubtKind
  readonly acts?: readonly Act[]
}

/** An effect with the given index of the response at `seq`, intended and decided. */
export const intends = (
  seq: number,
  decision: 'allow' | 'ask' | 'deny',
  {
    id = `r:e${seq}.0`,
    taskId = 'root',
    effect = 'write',
    inDoubt = 'reconcilable',
    acts = ['write'],
  }: EffectOptions = {},
): FactBody[] => [
  {
    type: 'effect.intended',
    effectId: id,
    taskId,
    toolCallId: 't0',
    tool: 'files.write',
    argumentsRef: 'arguments',
    labels: NO_LABELS,
    effectClass: effect,
    inDoubt,
    acts,
  },
  { type: 'effect.decided', effectId: id, decision, rule: 'as-instructed' },
]

export const dispatched = (effectId: string, attempt = 1): FactBody => ({
  type: 'effect.dispatched',
  effectId,
  attempt,
})

export const settled = (
  effectId: string,
  status: 'succeeded' | 'failed' | 'denied' | 'skipped' = 'succeeded',
): FactBody => ({
  type: 'effect.settled',
  effectId,
  status,
  resultRef: 'result',
  labels: NO_LABELS,
  evidence: status === 'succeeded' ? ['file'] : [],
})

export const opened = (
  effectId: string,
  kind: 'approval' | 'question' | 'in-doubt' = 'approval',
): FactBody => ({
  type: 'inquiry.opened',
  inquiryId: kind === 'in-doubt' ? `${effectId}:doubt1` : `${effectId}:ask`,
  kind,
  effectId,
  detailRef: 'detail',
})

export const ended = (taskId: string, status: 'succeeded' | 'failed' = 'succeeded'): FactBody => ({
  type: 'task.ended',
  taskId,
  status,
  answerRef: `answer:${taskId}`,
})
