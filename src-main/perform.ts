import type { InquiryDetail, ResultContent } from './execution/call-content.ts'
import type { PrepareDeps } from './execution/prepare-call.ts'
import { prepareCall } from './execution/prepare-call.ts'
import type { ToolRunner } from './execution/run-tool.ts'
import { missingEvidenceText } from './planning/assemble-request.ts'
import type { ModelCaller } from './planning/call-model.ts'
import { REASONS, type Rule } from './security/decide-call.ts'
import type { Action } from './state/actions.ts'
import type { Perform, Performed } from './state/advance.ts'
import type { FactBody, SettledStatus } from './state/facts.ts'
import { type NewContent, newContent } from './state/journal.ts'
import { effectOf, type RunState } from './state/run-state.ts'
import { assertNever } from './vocabulary/assert-never.ts'
import type { Act } from './vocabulary/effect.ts'
import type { JsonValue } from './vocabulary/json.ts'
import { OPERATOR_LABELS, TOOL_LABELS } from './vocabulary/labels.ts'

export interface PerformDeps {
  readonly models: ModelCaller
  readonly tools: ToolRunner
  readonly prepare: PrepareDeps
  readonly armTimer: (runId: string, taskId: string, at: string) => void
}

/** Who carries each action out: the model, the tools, or nobody but the journal. */
export const createPerform =
  ({ models, tools, prepare, armTimer }: PerformDeps): Perform =>
  async (run, action) => {
    switch (action.do) {
      case 'request-model':
        return models.request(run, action)
      case 'wait-until':
        return { facts: [], start: () => armTimer(run.id, action.taskId, action.at) }
      case 'prepare-call':
        return prepareCall(prepare, run, action)
      case 'dispatch':
        return tools.dispatch(run, action)
      case 'probe':
        return tools.probe(run, action)
      case 'ask-in-doubt':
        return askInDoubt(prepare, run, action)
      case 'settle':
        return settle(prepare, run, action)
      case 'withdraw':
        return { facts: [{ type: 'inquiry.withdrawn', inquiryId: action.inquiryId }] }
      case 'notify': {
        const text = newContent({ text: missingEvidenceText(action.about as readonly Act[]) })
        const { taskId, notice } = action
        return { facts: [{ type: 'notice.given', taskId, notice, textRef: text.ref }], contents: [text] }
      }
      case 'end-task': {
        const { do: _, ...end } = action
        return { facts: [{ type: 'task.ended', ...end }] }
      }
      case 'end-run':
        return endRun(run, action)
      default:
        return assertNever(action, 'action')
    }
  }

function askInDoubt(
  { registry, content }: PrepareDeps,
  run: RunState,
  { effectId, inquiryId }: Extract<Action, { do: 'ask-in-doubt' }>,
): Performed {
  const effect = effectOf(run, effectId)
  const tool = registry.find(effect?.tool ?? '')
  const input = content(effect?.argumentsRef ?? '') ?? {}
  const why = {
    crash: 'Adjutant was ended while this was under way',
    timeout: 'No answer came in time',
    abort: 'It was stopped while under way',
    connection: 'The connection was lost while this was under way',
  }[effect?.doubt ?? 'crash']
  const detail: InquiryDetail = {
    title: tool?.title ?? effect?.tool ?? '',
    reason: `${why}, and it cannot be found out from here whether it happened. Please look, and say.`,
    highImpact: true,
    insideBySettings: false,
    preview: {
      kind: 'fields',
      title: tool?.title ?? '',
      fields: Object.entries(input as Record<string, JsonValue>).map(([name, value]) => ({
        name,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      })),
    },
    restsOn: [],
    places: [],
    realPaths: [],
  }
  const kept = newContent(detail as unknown as JsonValue)
  return {
    facts: [{ type: 'inquiry.opened', inquiryId, kind: 'in-doubt', effectId, detailRef: kept.ref }],
    contents: [kept],
  }
}

/** Ends an effect by a word instead of a call: the result says whose word, so that the model can go on from it. */
function settle(
  { content }: PrepareDeps,
  run: RunState,
  { effectId, as, textRef }: Extract<Action, { do: 'settle' }>,
): Performed {
  const effect = effectOf(run, effectId)
  const said = textRef === undefined ? '' : ((content(textRef) as { text?: string } | undefined)?.text ?? '')
  const rule = REASONS[(effect?.rule ?? 'not-instructed') as Rule] ?? ''
  const [status, result, code] = ((): [SettledStatus, ResultContent, string?] => {
    switch (as) {
      case 'denied-by-policy':
        return ['denied', { text: `Denied. ${rule}` }, 'denied']
      case 'rejected':
        return [
          'denied',
          {
            text: said ? `The operator rejected this: ${said}` : 'The operator rejected this.',
            data: { reason: said },
          },
          'rejected',
        ]
      case 'answered':
        return ['succeeded', { text: said, data: { answer: said } }]
      case 'happened':
        return [
          'succeeded',
          {
            text: 'The operator looked and says that it happened.',
            evidence: [{ kind: 'answer', what: effectId, summary: 'Confirmed by the operator' }],
          },
        ]
      case 'skipped':
        return ['skipped', { text: 'The operator chose to leave this undone.' }, 'skipped']
      case 'cancelled':
        return ['cancelled', { text: 'Not done: the run was cancelled.' }, 'cancelled']
      case 'given-up':
        return ['failed', { text: 'No answer came, several times over.' }, 'no-answer']
      default:
        return assertNever(as, 'way to settle')
    }
  })()
  const kept = newContent(result as unknown as JsonValue)
  const fact: FactBody = {
    type: 'effect.settled',
    effectId,
    status,
    resultRef: kept.ref,
    labels: as === 'answered' ? OPERATOR_LABELS : TOOL_LABELS,
    evidence: (result.evidence ?? []).map(({ kind }) => kind),
    ...(code === undefined ? {} : { code }),
  }
  return { facts: [fact], contents: [kept] }
}

/** Failures that another model, or one that can be reached, might mend. */
const MODEL_CODES = ['unauthorised', 'no-quota', 'model-unknown', 'model-unavailable', 'offline-cannot']

function endRun(run: RunState, action: Extract<Action, { do: 'end-run' }>): Performed {
  const { status, answerRef, code, missing } = action
  const contents: NewContent[] = []
  const reason = reasonFor(run, code, missing)
  if (MODEL_CODES.includes(code ?? '')) {
    contents.push(newContent({ text: reason ?? '', remedy: { kind: 'connect-model', value: code ?? '' } }))
  } else if (reason !== undefined) contents.push(newContent({ text: reason }))
  return {
    facts: [
      {
        type: 'run.ended',
        status,
        ...(answerRef === undefined ? {} : { answerRef }),
        ...(contents[0] ? { reasonRef: contents[0].ref } : {}),
        ...(code === undefined ? {} : { code }),
      },
    ],
    contents,
  }
}

function reasonFor(
  run: RunState,
  code: string | undefined,
  missing: readonly string[] = [],
): string | undefined {
  switch (code) {
    case undefined:
      return undefined
    case 'no-evidence': {
      const rejected = run.effects.filter(({ status }) => status === 'denied' || status === 'skipped')
      const because = rejected.length > 0 ? ' You or the rules said no.' : ''
      return `Not done, or not shown to be done: ${missing.join(', ')}.${because}`
    }
    case 'cancelled': {
      const doubtful = run.effects.filter(({ status }) => status === 'in-doubt')
      return doubtful.length === 0
        ? 'Stopped.'
        : `Stopped. Of ${doubtful.length} act(s) under way it is not known whether they happened: ${doubtful.map(({ tool }) => tool).join(', ')}.`
    }
    case 'dependency-failed':
      return 'A step it depends on failed.'
    case 'too-many-steps':
      return 'It took too many steps without coming to an end.'
    default:
      // the error's own words are kept with the answer
      return run.tasks[0]?.answerRef ? undefined : `It failed (${code}).`
  }
}
