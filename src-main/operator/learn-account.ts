import type { ResultContent } from '../execution/call-content.ts'
import type { Registry } from '../execution/registry.ts'
import type { Trigger } from '../ingestion/trigger.ts'
import { answerText } from '../planning/assemble-request.ts'
import type { EffectState, RunState } from '../state/run-state.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { joinLabels, type Labels } from '../vocabulary/labels.ts'

export interface AccountSources {
  readonly content: (ref: string) => JsonValue | undefined
  readonly registry: Pick<Registry, 'find'>
}

/** Something that a run did: by which tool, and to what. */
export interface AccountStep {
  readonly tool: string
  readonly title: string
  readonly places: readonly string[]
  /** It changed something, rather than looked. */
  readonly acts: boolean
}

/** What happened in a run that has ended, in words that its contents still hold. */
export interface Account {
  readonly run: RunState
  /** The operator's, or whoever started it: the goal first, then what steered it. */
  readonly said: readonly Trigger[]
  readonly steps: readonly AccountStep[]
  readonly answer: string
  /** Of everything in it. */
  readonly labels: Labels
}

const STEPS_MOST = 30

/** Undefined where it has not ended, or where its goal was forgotten. */
export function accountOf(run: RunState, { content, registry }: AccountSources): Account | undefined {
  if (!run.ended) return undefined
  const said = [run.triggerRef, ...run.steering].flatMap((ref) => {
    const trigger = content(ref) as unknown as Trigger | undefined
    return trigger ? [trigger] : []
  })
  if (said.length < 1 + run.steering.length) return undefined
  const steps = run.effects
    .filter(({ status }) => status === 'succeeded')
    .map((effect) => stepOf(effect, { content, registry }))
  const reason = run.ended.reasonRef ? answerText(run.ended.reasonRef, { content }) : ''
  return {
    run,
    said,
    steps: withoutRepeats(steps).slice(0, STEPS_MOST),
    answer: answerText(run.ended.answerRef, { content }) || reason,
    labels: joinLabels(
      ...said.map(({ labels }) => labels),
      run.labels,
      ...run.tasks.map(({ labels }) => labels),
      ...run.effects.map(({ labels }) => labels),
    ),
  }
}

function stepOf(effect: EffectState, { content, registry }: AccountSources): AccountStep {
  const tool = registry.find(effect.tool)
  const given = (content(effect.argumentsRef) ?? {}) as Record<string, JsonValue>
  const places = Object.keys(tool?.sinks ?? {}).flatMap((name) => [given[name] ?? []].flat())
  return {
    tool: effect.tool,
    title: tool?.title ?? effect.tool,
    places: places.filter((place) => typeof place === 'string'),
    acts: effect.effectClass !== 'read',
  }
}

const withoutRepeats = (steps: readonly AccountStep[]): AccountStep[] => {
  const seen = new Set<string>()
  return steps.filter((step) => {
    const line = lineOf(step)
    return seen.size !== seen.add(line).size
  })
}

/** "Write a file: /home/kim/notes/a.md" */
export const lineOf = ({ title, places }: AccountStep): string =>
  places.length === 0 ? title : `${title}: ${places.join(', ')}`

/** Texts that the run itself put into memory on somebody's word. */
export const rememberedIn = (run: RunState, { content }: Pick<AccountSources, 'content'>): string[] =>
  run.effects
    .filter(({ status, acts }) => status === 'succeeded' && acts.includes('remember'))
    .flatMap(({ argumentsRef, resultRef }) => {
      const given = content(argumentsRef) as { text?: unknown } | undefined
      const result = resultRef ? (content(resultRef) as unknown as ResultContent | undefined) : undefined
      return [given?.text, result?.text].filter((text) => typeof text === 'string')
    })

/** Whether something was erased in the run: then nothing of it is told on. */
export const forgets = (run: RunState): boolean =>
  run.effects.some(({ acts, status }) => acts.includes('forget') && status === 'succeeded')

/** Looks at the agent itself and its memory: they tell nothing that is not there anyway. */
const ABOUT_ITSELF = /^(?:memory\.|runs\.|operator\.|results\.|reminders\.list$)/

/** Whether it did or found out anything, beyond what it said of itself and what memory held. */
export const isWorthTelling = ({ run, steps }: Account): boolean =>
  steps.some(({ tool }) => !ABOUT_ITSELF.test(tool)) ||
  (steps.length === 0 && run.ended?.status === 'succeeded' && run.model !== 'offline')
