import type { Action } from '../state/actions.ts'
import type { Arrival, Performed } from '../state/advance.ts'
import type { FactBody, PlannedTask } from '../state/facts.ts'
import { newContent } from '../state/journal.ts'
import { ROOT, type RunState, taskOf } from '../state/run-state.ts'
import type { Clock } from '../vocabulary/clock.ts'
import { messageOf } from '../vocabulary/errors.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import type { Labels } from '../vocabulary/labels.ts'
import { assembleRequest, type RequestSources } from './assemble-request.ts'
import { fitRequest } from './context/fit-request.ts'
import { type ContextKeeper, createContextKeeper } from './context/keep-context.ts'
import { type Model, ModelError, type ModelEvent, type ProposedTask } from './model.ts'

/** Times a model call is made before its task fails. */
const ATTEMPTS_MOST = 5
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000

export interface CallModelDeps extends RequestSources {
  readonly model: () => Model
  readonly clock: Clock
  readonly arrive: (runId: string, arrival: Arrival) => void
  /** Streamed words, transient. */
  readonly delta: (delta: {
    runId: string
    taskId: string
    callId: string
    attempt: number
    delta: string
  }) => void
}

export interface ModelCaller {
  request(run: RunState, action: Extract<Action, { do: 'request-model' }>): Performed
  /** Aborts the model calls of a run that are under way. */
  abort(runId: string): void
}

/** Asks the model and brings what it says into the journal; a failure that can pass is asked again later, durably. */
export function createModelCaller(deps: CallModelDeps): ModelCaller {
  const running = new Map<string, Set<AbortController>>()
  const keeper = createContextKeeper()

  const call = async (run: RunState, action: Extract<Action, { do: 'request-model' }>, model: Model) => {
    const { callId, taskId, attempt } = action
    const controller = new AbortController()
    const ofRun = running.get(run.id) ?? new Set()
    running.set(run.id, ofRun.add(controller))
    const answer = await ask(deps, keeper, run, action, model, controller.signal)
    ofRun.delete(controller)
    deps.arrive(run.id, (now) => {
      const current = taskOf(now, taskId)?.modelCall
      const awaited =
        current?.callId === callId && current.attempt === attempt && current.status === 'requested'
      return awaited && !now.ended && !now.cancelRequested ? answer : undefined
    })
  }

  return {
    request: (run, action) => {
      const { callId, taskId, attempt } = action
      const model = deps.model()
      return {
        facts: [{ type: 'model.requested', callId, taskId, attempt, model: model.id }],
        start: () => void call(run, action, model),
      }
    },
    abort: (runId) => {
      for (const controller of running.get(runId) ?? []) controller.abort(new Error('aborted'))
    },
  }
}

interface Answer {
  readonly facts: readonly FactBody[]
  readonly contents: readonly ReturnType<typeof newContent>[]
}

async function ask(
  deps: CallModelDeps,
  keeper: ContextKeeper,
  run: RunState,
  { callId, taskId, attempt }: Extract<Action, { do: 'request-model' }>,
  model: Model,
  signal: AbortSignal,
): Promise<Answer> {
  let shown: Shown | undefined
  try {
    const task = taskOf(run, taskId)
    if (!task) throw new ModelError('no-task', `There is no task ${taskId}`, { retryable: false })
    const at = new Date(deps.clock.now()).toISOString()
    const request = await assembleRequest(run, task, { callId, attempt, at }, deps)
    const fitted = model.fit?.(request) ?? fitRequest(request)
    shown = { labels: fitted.labels, contents: keeper.keep(run.id, model.id, fitted) }
    const events: ModelEvent[] = []
    for await (const event of model.respond(request, signal)) {
      events.push(event)
      if (event.type === 'text') deps.delta({ runId: run.id, taskId, callId, attempt, delta: event.delta })
    }
    return withContext(responded(callId, taskId, events, run, shown.labels), shown)
  } catch (error) {
    return withContext(failedCall(deps.clock, callId, taskId, attempt, error), shown)
  }
}

/** What a request held: its labels, and the contents that tell of it. */
interface Shown {
  readonly labels: Labels
  readonly contents: ReturnType<ContextKeeper['keep']>
}

const withContext = ({ facts, contents }: Answer, shown: Shown | undefined): Answer =>
  shown === undefined
    ? { facts, contents }
    : {
        facts: facts.map((fact) =>
          fact.type === 'model.responded' || fact.type === 'model.failed'
            ? { ...fact, contextRef: shown.contents[0].ref }
            : fact,
        ),
        contents: [...contents, ...shown.contents],
      }

function responded(
  callId: string,
  taskId: string,
  events: readonly ModelEvent[],
  run: RunState,
  labels: Labels,
): Answer {
  const text = events.flatMap((event) => (event.type === 'text' ? event.delta : [])).join('')
  const calls = events.flatMap((event) => (event.type === 'call' ? parseCall(event) : []))
  // a step that has read the text of others does not plan for the whole run
  const proposed = withNewIds(
    events.flatMap((event) => (event.type === 'plan' && taskId === ROOT ? event.tasks : [])),
    run,
  )
  const plan = proposed.length > 0 ? checkPlan(proposed, run) : undefined
  const content = newContent({ text, calls, ...(plan ? { plan: proposed } : {}) } as unknown as JsonValue)
  const usage = { inputTokens: 0, outputTokens: 0 }
  for (const event of events) {
    if (event.type !== 'usage') continue
    usage.inputTokens += event.inputTokens
    usage.outputTokens += event.outputTokens
  }
  return {
    facts: [
      {
        type: 'model.responded',
        callId,
        taskId,
        responseRef: content.ref,
        hasText: text !== '',
        calls: calls.map(({ id, tool }) => ({ id, tool })),
        ...(plan ? { plan } : {}),
        usage,
        ...(labels.origins.length > 0 ? { labels } : {}),
      },
    ],
    contents: [content],
  }
}

/** Malformed arguments are kept as they came, with what is wrong: the call is refused in words the model can read. */
function parseCall(event: Extract<ModelEvent, { type: 'call' }>) {
  try {
    return { id: event.id, tool: event.tool, arguments: JSON.parse(event.arguments || '{}') as JsonValue }
  } catch (error) {
    return { id: event.id, tool: event.tool, arguments: event.arguments, malformed: messageOf(error) }
  }
}

/** A step called like one before it in the plan, or like one that failed, is another step: it gets a name of its own. */
function withNewIds(tasks: readonly ProposedTask[], run: RunState): ProposedTask[] {
  const known = new Set(run.tasks.map(({ id }) => id))
  const taken = new Set(
    run.tasks.filter(({ status }) => status === 'failed' || status === 'cancelled').map(({ id }) => id),
  )
  const meant = new Map<string, string>()
  const named = tasks.map((task) => {
    let id = task.id
    for (let n = 2; taken.has(id) || (n > 2 && known.has(id)); n++) id = `${task.id}-${n}`
    taken.add(id)
    if (!meant.has(task.id)) meant.set(task.id, id)
    return { ...task, id }
  })
  return named.map((task) => ({ ...task, dependsOn: task.dependsOn.map((id) => meant.get(id) ?? id) }))
}

/** A plan must be a graph without a circle, over its own tasks and those there are. */
function checkPlan(tasks: readonly ProposedTask[], run: RunState): PlannedTask[] {
  const ids = new Set([...tasks.map(({ id }) => id), ...run.tasks.map(({ id }) => id)])
  const done = new Set(run.tasks.map(({ id }) => id).filter((id) => !tasks.some((task) => task.id === id)))
  const wrong = tasks.find(({ id, dependsOn }) => id === 'root' || dependsOn.some((other) => !ids.has(other)))
  if (wrong) throw badPlan(`task "${wrong.id}" depends on one that does not exist`)
  const left = [...tasks]
  while (left.length > 0) {
    const next = left.findIndex(({ dependsOn }) => dependsOn.every((id) => done.has(id)))
    if (next === -1) throw badPlan(`tasks ${left.map(({ id }) => id).join(', ')} wait for each other`)
    done.add((left.splice(next, 1)[0] as ProposedTask).id)
  }
  return tasks.map(({ id, dependsOn, tools }) => ({ id, dependsOn, tools }))
}

const badPlan = (what: string) =>
  new ModelError('bad-plan', `The plan cannot be used: ${what}`, { retryable: true })

function failedCall(clock: Clock, callId: string, taskId: string, attempt: number, error: unknown): Answer {
  const known = error instanceof ModelError ? error : undefined
  const retryable = known?.retryable === true && attempt < ATTEMPTS_MOST
  const backoff = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1))
  const delay = Math.max(known?.retryAfterMs ?? 0, known?.retryAfterMs === undefined ? backoff : 0)
  const content = newContent({
    message: messageOf(error),
    ...(known?.fix ? { fix: known.fix } : {}),
  })
  return {
    facts: [
      {
        type: 'model.failed',
        callId,
        taskId,
        code: known?.code ?? 'model-failed',
        errorRef: content.ref,
        ...(retryable ? { retryAt: new Date(clock.now() + delay).toISOString() } : {}),
      },
    ],
    contents: [content],
  }
}
