import type { ContextPartView, ContextView } from '../../src-preload/contract.ts'
import { answerText, resultsOf } from '../planning/assemble-request.ts'
import { wordsOf } from '../planning/context/fit-history.ts'
import type { ContextContent, KeptPart, PartTextContent } from '../planning/context/fitted-request.ts'
import type { Fact } from '../state/facts.ts'
import { type RunState, taskOf } from '../state/run-state.ts'
import type { JsonValue } from '../vocabulary/json.ts'

export interface ContextSources {
  readonly content: (ref: string) => JsonValue | undefined
  readonly state: (runId: string) => RunState
}

const FORGOTTEN = '(forgotten)'

/** What each model call of a run was shown, in order. Calls of before this was kept are not among them. */
export function viewContexts(run: RunState, facts: readonly Fact[], sources: ContextSources): ContextView[] {
  return facts.flatMap((fact) => {
    if (fact.type !== 'model.responded' && fact.type !== 'model.failed') return []
    const { contextRef, callId, taskId } = fact
    if (contextRef === undefined) return []
    const manifest = sources.content(contextRef) as unknown as ContextContent | undefined
    if (!manifest) return [forgottenCall(callId, taskId, modelOf(facts, callId))]
    const { model, budgetTokens, usedTokens, parts } = manifest
    return [
      {
        callId,
        taskId,
        model,
        budgetTokens,
        usedTokens,
        parts: parts.map((part) => viewPart(run, part, sources)),
      },
    ]
  })
}

function viewPart(run: RunState, part: KeptPart, sources: ContextSources): ContextPartView {
  const { at, shown, ...view } = part
  const kept = 'content' in at ? sources.content(at.content) : undefined
  const whole = textAt(run, at, kept, sources)
  const why = (kept as unknown as PartTextContent | undefined)?.why ?? view.why
  return {
    ...view,
    why: whole === undefined ? `${view.why}; forgotten since` : why,
    text: whole === undefined ? FORGOTTEN : shown === undefined ? whole : `${whole.slice(0, shown)} …`,
  }
}

/** Undefined where it was forgotten. */
function textAt(
  run: RunState,
  at: KeptPart['at'],
  kept: JsonValue | undefined,
  sources: ContextSources,
): string | undefined {
  if ('content' in at) return kept === undefined ? undefined : bodyText(kept)
  if ('task' in at) return inputText(run, at.task, sources)
  const earlier = sources.state(at.run)
  const trigger = sources.content(earlier.triggerRef) as { text?: string } | undefined
  if (trigger?.text === undefined) return undefined
  return wordsOf({ goal: trigger.text, answer: answerText(earlier.ended?.answerRef, sources) })
}

/** Words of any content that a part refers to: a response with its calls, a result, the operator's words, a notice. */
function bodyText(body: JsonValue): string {
  const { text = '', calls = [] } = body as unknown as {
    text?: string
    calls?: readonly { tool: string; arguments: JsonValue }[]
  }
  const called = calls.map(({ tool, arguments: input }) => `${tool}(${JSON.stringify(input)})`)
  return [...(text === '' ? [] : [text]), ...called].join('\n')
}

function inputText(run: RunState, taskId: string, sources: ContextSources): string {
  const answer = answerText(taskOf(run, taskId)?.answerRef, sources)
  const results = resultsOf(run, taskId, sources).filter(({ ok }) => ok)
  return [
    ...results.map(({ tool, text }) => `${tool}:\n${text}`),
    ...(answer ? [`Its answer:\n${answer}`] : []),
  ].join('\n\n')
}

const modelOf = (facts: readonly Fact[], callId: string): string => {
  const asked = facts.find((fact) => fact.type === 'model.requested' && fact.callId === callId)
  return asked?.type === 'model.requested' ? asked.model : ''
}

const forgottenCall = (callId: string, taskId: string, model: string): ContextView => ({
  callId,
  taskId,
  model,
  budgetTokens: 0,
  usedTokens: 0,
  parts: [
    {
      kind: 'thread',
      title: FORGOTTEN,
      text: FORGOTTEN,
      tokens: 0,
      why: 'What this call was shown has been forgotten.',
      included: false,
    },
  ],
})
