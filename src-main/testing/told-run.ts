import { makeTrigger } from '../ingestion/make-trigger.ts'
import { foldRun } from '../state/evolve.ts'
import type { FactBody } from '../state/facts.ts'
import { newContent, numberFacts } from '../state/journal.ts'
import type { RunState } from '../state/run-state.ts'
import type { Act, EffectClass } from '../vocabulary/effect.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { joinLabels, type Labels, OPERATOR_LABELS } from '../vocabulary/labels.ts'
import { createManualClock } from './manual-clock.ts'

export interface ToldEffect {
  readonly tool: string
  readonly arguments: Record<string, JsonValue>
  readonly text?: string
  readonly acts: readonly Act[]
  readonly effectClass?: EffectClass
  /** Of the result. */
  readonly labels?: Labels
  readonly status?: 'succeeded' | 'failed' | 'denied'
}

export interface ToldRun {
  readonly id: string
  readonly goal: string
  readonly steering?: readonly string[]
  readonly effects?: readonly ToldEffect[]
  readonly status?: 'succeeded' | 'failed' | 'cancelled'
  readonly answer?: string
  readonly labels?: Labels
  readonly channel?: 'chat' | 'schedule' | 'webhook'
  readonly model?: string
  readonly at?: string
  readonly conversationId?: string
}

/** A run that has ended, as its journal would tell it; what it refers to is put into `contents`. */
export function toldRun(contents: Map<string, JsonValue>, run: ToldRun): RunState {
  const { id, effects = [], status = 'succeeded', labels = OPERATOR_LABELS, channel = 'chat' } = run
  const { conversationId = 'cnv_1', at = '2026-05-04T09:00:00.000Z' } = run
  const put = (value: unknown): string => {
    const content = newContent(value as JsonValue)
    contents.set(content.ref, JSON.parse(content.body) as JsonValue)
    return content.ref
  }
  const trigger = (text: string): string =>
    put(
      makeTrigger(
        {
          clock: createManualClock(at),
          newId: (prefix) => `${prefix}_${id}`,
          place: () => ({ timeZone: 'UTC', home: '/home/kim', region: 'DE' }),
          before: () => [],
        },
        { channel, principal: 'operator', conversationId, text, labels },
      ),
    )
  const bodies: FactBody[] = [
    {
      type: 'run.created',
      conversationId,
      principal: 'operator',
      channel,
      triggerRef: trigger(run.goal),
      goalRef: put({ text: run.goal }),
      labels,
      demands: [],
      timeZone: 'UTC',
    },
    { type: 'model.requested', callId: 'm1', taskId: 'root', attempt: 1, model: run.model ?? 'offline' },
    ...(run.steering ?? []).map(
      (text): FactBody => ({
        type: 'steering.received',
        triggerRef: trigger(text),
        interrupt: false,
        demands: [],
      }),
    ),
    ...effects.flatMap((effect, index) => effectFacts(effect, `${id}:e${index}`, put)),
    { type: 'task.ended', taskId: 'root', status, answerRef: put({ text: run.answer ?? 'Done.' }) },
    { type: 'run.ended', status, answerRef: put({ text: run.answer ?? 'Done.' }) },
  ]
  return foldRun(id, numberFacts(id, 0, at, bodies))
}

function effectFacts(effect: ToldEffect, effectId: string, put: (value: unknown) => string): FactBody[] {
  const { tool, acts, effectClass = 'write', labels = OPERATOR_LABELS, status = 'succeeded' } = effect
  return [
    {
      type: 'effect.intended',
      effectId,
      taskId: 'root',
      toolCallId: effectId,
      tool,
      argumentsRef: put(effect.arguments),
      labels: OPERATOR_LABELS,
      effectClass,
      inDoubt: 'pure',
      acts,
    },
    { type: 'effect.decided', effectId, decision: 'allow', rule: 'as-instructed' },
    { type: 'effect.dispatched', effectId, attempt: 1 },
    {
      type: 'effect.settled',
      effectId,
      status,
      resultRef: put({ text: effect.text ?? '' }),
      labels: joinLabels(labels, OPERATOR_LABELS),
      evidence: [],
    },
  ]
}
