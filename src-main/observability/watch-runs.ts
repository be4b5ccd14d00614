import type { Fact } from '../state/facts.ts'
import { effectOf, inquiryOf, type RunState } from '../state/run-state.ts'
import { statusOf, waitsOf } from '../state/status.ts'
import type { LoggedFields } from './log/allowed-fields.ts'
import type { Log, LogLevel, LogPart } from './log/log.ts'
import type { MetricRegistry } from './metrics/registry.ts'
import type { Sampler } from './metrics/sampler.ts'

export interface WatchRunsDeps {
  readonly log: Log
  readonly metrics: MetricRegistry
  readonly sampler: Pick<Sampler, 'step' | 'model' | 'tool'>
  /** Names that a model made up are not written down. */
  readonly isTool: (name: string) => boolean
}

/** How the last call of a model ended. */
export interface ModelOutcome {
  readonly at: string
  readonly provider: string
  /** Why it failed. */
  readonly code?: string
}

export interface RunWatch {
  /** Called after each commit, with the time that its step took. */
  committed(run: RunState, facts: readonly Fact[], stepMs: number): void
  lastModelCall(): ModelOutcome | undefined
}

/** Tells the log and the metrics what the facts of a commit say; facts hold no contents, and so neither do these. */
export function watchRuns({ log, metrics, sampler, isTool }: WatchRunsDeps): RunWatch {
  const asked = new Map<string, { at: number; provider: string }>()
  const statuses = new Map<string, string>()
  let lastModel: ModelOutcome | undefined
  const toolName = (name: string) => (isTool(name) ? name : 'unknown-tool')

  const effectFields = (run: RunState, effectId: string): LoggedFields => {
    const effect = effectOf(run, effectId)
    return { effectId, ...(effect ? { tool: toolName(effect.tool), class: effect.effectClass } : {}) }
  }

  const modelEnded = (fact: Extract<Fact, { type: 'model.responded' | 'model.failed' }>) => {
    const began = asked.get(fact.callId)
    asked.delete(fact.callId)
    const provider = began?.provider ?? 'unknown'
    const ms = began ? Math.max(0, Date.parse(fact.at) - began.at) : 0
    const tokens = fact.type === 'model.responded' ? { ...fact.usage } : { inputTokens: 0, outputTokens: 0 }
    const outcome = fact.type === 'model.responded' ? 'answered' : 'failed'
    lastModel = { at: fact.at, provider, ...(fact.type === 'model.failed' ? { code: fact.code } : {}) }
    if (began) {
      metrics.observe('adjutant_model_seconds', 'Duration of model calls.', ms, { provider, outcome })
      sampler.model(ms, tokens)
    }
    for (const [kind, count] of Object.entries({ input: tokens.inputTokens, output: tokens.outputTokens }))
      metrics.count('adjutant_model_tokens_total', 'Tokens of model calls.', count, { kind })
    return { provider, ms, outcome, ...tokens }
  }

  const settled = (run: RunState, fact: Extract<Fact, { type: 'effect.settled' }>): LoggedFields => {
    const effect = effectOf(run, fact.effectId)
    const ran = effect?.dispatchedAt !== undefined
    const ms = ran ? Math.max(0, Date.parse(fact.at) - Date.parse(effect.dispatchedAt as string)) : 0
    const tool = toolName(effect?.tool ?? '')
    if (ran) {
      metrics.observe('adjutant_tool_seconds', 'Duration of tool calls.', ms, { tool, outcome: fact.status })
      sampler.tool(ms)
    }
    return { ...effectFields(run, fact.effectId), outcome: fact.status, ms, ...codeOf(fact) }
  }

  const tell = (run: RunState, fact: Fact): [LogLevel, LogPart, string, LoggedFields] | undefined => {
    switch (fact.type) {
      case 'run.created':
        return ['info', 'runs', 'a run was created', { channel: fact.channel }]
      case 'run.recovered':
        return ['warn', 'runs', 'a run is taken up after its process ended', {}]
      case 'model.requested': {
        const provider = fact.model === 'offline' ? 'offline' : 'openai'
        asked.set(fact.callId, { at: Date.parse(fact.at), provider })
        return ['debug', 'models', 'a model is asked', { provider, attempt: fact.attempt }]
      }
      case 'model.responded':
        return ['info', 'models', 'a model answered', modelEnded(fact)]
      case 'model.failed':
        return ['warn', 'models', 'a model call failed', { ...modelEnded(fact), code: fact.code }]
      case 'effect.intended':
        return ['debug', 'effects', 'an effect is intended', effectFields(run, fact.effectId)]
      case 'effect.decided': {
        const { decision, rule } = fact
        const fields = effectFields(run, fact.effectId)
        metrics.count('adjutant_decisions_total', 'Decisions of the gate.', 1, { decision })
        return ['info', 'effects', 'an effect was decided on', { ...fields, decision, rule }]
      }
      case 'effect.refused':
        return ['warn', 'effects', 'a call cannot be made', { tool: toolName(fact.tool), code: fact.code }]
      case 'effect.dispatched':
        return ['debug', 'effects', 'an effect is under way', effectFields(run, fact.effectId)]
      case 'effect.settled':
        return [
          fact.status === 'failed' ? 'warn' : 'info',
          'effects',
          'an effect has ended',
          settled(run, fact),
        ]
      case 'effect.doubted':
        return [
          'warn',
          'effects',
          'an effect is in doubt',
          { ...effectFields(run, fact.effectId), code: fact.cause },
        ]
      case 'inquiry.opened':
        return ['info', 'approvals', 'the operator is asked', { inquiryId: fact.inquiryId, kind: fact.kind }]
      case 'inquiry.answered': {
        const { inquiryId, answer, via } = fact
        const opened = inquiryOf(run, inquiryId)
        const ms = opened ? Date.parse(fact.at) - Date.parse(opened.openedAt) : 0
        metrics.count('adjutant_answers_total', 'Answers of the operator.', 1, { answer })
        return [
          'info',
          'approvals',
          'the operator answered',
          { inquiryId, answer, ms, ...(via ? { via } : {}) },
        ]
      }
      case 'inquiry.withdrawn':
        return ['info', 'approvals', 'a question was withdrawn', { inquiryId: fact.inquiryId }]
      case 'cancel.requested':
        return ['info', 'runs', 'a run is told to stop', {}]
      case 'run.ended': {
        const ms = Math.max(0, Date.parse(fact.at) - Date.parse(run.createdAt))
        metrics.count('adjutant_runs_ended_total', 'Runs that ended.', 1, { status: fact.status })
        const level = fact.status === 'failed' ? 'warn' : 'info'
        return [level, 'runs', 'a run has ended', { status: fact.status, ms, ...codeOf(fact) }]
      }
      default:
        return undefined
    }
  }

  const tellStatus = (run: RunState) => {
    const status = statusOf(run)
    if (statuses.get(run.id) === status) return
    if (run.ended) statuses.delete(run.id)
    else statuses.set(run.id, status)
    const waits = status === 'waiting' ? { waits: waitsOf(run).map((wait) => wait.for) } : {}
    log.write('info', 'runs', 'the status of a run changed', { runId: run.id, status, ...waits })
  }

  return {
    committed: (run, facts, stepMs) => {
      metrics.observe('adjutant_step_seconds', 'Duration of journal steps, with their commit.', stepMs)
      sampler.step(stepMs)
      for (const fact of facts) {
        const line = tell(run, fact)
        if (line) log.write(line[0], line[1], line[2], { runId: run.id, ...line[3] })
      }
      tellStatus(run)
    },
    lastModelCall: () => lastModel,
  }
}

const codeOf = ({ code }: { readonly code?: string }): LoggedFields => (code === undefined ? {} : { code })
