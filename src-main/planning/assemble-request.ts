import { effectOf, ROOT, type RunState, type TaskState, type ThreadEntry } from '../state/run-state.ts'
import { taskStatusOf } from '../state/status.ts'
import { ATTACHMENT_LABELS, type Attachment, type ReadAttachment } from '../vocabulary/attachment.ts'
import { type Clock, systemClock } from '../vocabulary/clock.ts'
import type { Act, Evidence } from '../vocabulary/effect.ts'
import type { Intent } from '../vocabulary/entity.ts'
import { explain } from '../vocabulary/errors.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { NO_LABELS } from '../vocabulary/labels.ts'
import { recallInTime } from './context/recall-in-time.ts'
import {
  ATTACHMENT,
  type ModelRequest,
  type ResultForModel,
  type RuleForModel,
  type TaskInput,
  type ThreadItem,
  type ToolDescriptor,
  type Turn,
} from './model.ts'

/** What a request is made of besides the run itself; contents come from the journal, by reference. */
export interface RequestSources {
  readonly content: (ref: string) => JsonValue | undefined
  readonly tools: () => readonly ToolDescriptor[] | Promise<readonly ToolDescriptor[]>
  readonly history: (run: RunState) => readonly Turn[]
  /** The rules that hold for a run. */
  readonly rules: (run: RunState) => Promise<readonly RuleForModel[]>
  readonly memory: (run: RunState, words: string) => Promise<ModelRequest['memory']>
  readonly timeZone: string
  readonly home: string
}

interface TriggerContent {
  readonly text: string
  readonly intent: Intent
  readonly attachments?: readonly Attachment[]
}
interface ResponseBody {
  readonly text: string
  readonly calls: readonly { readonly id: string; readonly tool: string; readonly arguments: JsonValue }[]
  readonly plan?: readonly { readonly id: string; readonly title: string; readonly instruction: string }[]
}

/** All that one model call may know: the goal, the task, what came before, what was read, each with its labels. */
export async function assembleRequest(
  run: RunState,
  task: TaskState,
  call: { callId: string; attempt: number; at: string },
  sources: RequestSources & { readonly clock?: Pick<Clock, 'after'> },
): Promise<ModelRequest> {
  const trigger = sources.content(run.triggerRef) as unknown as TriggerContent | undefined
  const goal = trigger?.text ?? '(forgotten)'
  const planned = plannedTask(task, sources)
  const attached = attachedTo(run, sources)
  const images = attached.flatMap(({ name, read }) => (read.image ? [{ name, ...read.image }] : []))
  const clock = sources.clock ?? systemClock
  const [rules, memory, tools] = await Promise.all([
    recallInTime(() => sources.rules(run), clock),
    recallInTime(() => sources.memory(run, planned?.instruction ?? goal), clock),
    sources.tools(),
  ])
  return {
    call: { runId: run.id, taskId: task.id, callId: call.callId, attempt: call.attempt },
    now: call.at,
    timeZone: run.timeZone,
    home: sources.home,
    goal,
    intent: trigger?.intent ?? { clauses: [] },
    ...(planned ? { task: planned } : {}),
    canPlan: task.id === ROOT,
    plan: run.tasks.filter(({ id }) => id !== ROOT).map((other) => planLine(run, other, sources)),
    history: sources.history(run),
    inputs: [...attached.map(attachmentInput), ...task.dependsOn.flatMap((id) => inputOf(run, id, sources))],
    ...(images.length > 0 ? { images } : {}),
    rules: rules.rows,
    memory: memory.rows,
    ...(rules.problem || memory.problem
      ? {
          problems: {
            ...(rules.problem ? { rules: rules.problem } : {}),
            ...(memory.problem ? { memory: memory.problem } : {}),
          },
        }
      : {}),
    thread: task.thread.flatMap((entry) => threadItem(run, entry, sources)),
    tools,
  }
}

type Attached = Attachment & { readonly read: ReadAttachment }

/** What hangs on the goal and on all that was said to the run since, as far as it was not forgotten. */
export function attachedTo(run: RunState, { content }: Pick<RequestSources, 'content'>): Attached[] {
  return [run.triggerRef, ...run.steering]
    .flatMap((ref) => (content(ref) as unknown as TriggerContent | undefined)?.attachments ?? [])
    .flatMap((attachment) => {
      const read = content(attachment.contentRef) as unknown as ReadAttachment | undefined
      return read ? [{ ...attachment, read }] : []
    })
}

/** It stands where results of tasks stand: as data, cut where it is long, to be read on in by its handle. */
const attachmentInput = (attached: Attached): TaskInput => ({
  taskId: attached.handle,
  title: attached.name,
  answer: '',
  attached: attached.name,
  results: [resultOfAttachment(attached)],
})

/** What was attached, as if it had been read by a call of `ATTACHMENT`. */
export const resultOfAttachment = ({ handle, name, kind, contentRef, read }: Attached): ResultForModel => ({
  callId: handle,
  tool: ATTACHMENT,
  arguments: { name, kind },
  ok: true,
  text: read.text,
  labels: ATTACHMENT_LABELS,
  evidence: [],
  effectId: handle,
  contentRef,
})

/** A planned task's title and instruction, as its plan worded them. */
export function plannedTask(
  task: TaskState,
  { content }: Pick<RequestSources, 'content'>,
): { id: string; title: string; instruction: string } | undefined {
  if (task.planRef === undefined) return undefined
  const response = content(task.planRef) as unknown as ResponseBody | undefined
  return (
    response?.plan?.find(({ id }) => id === task.id) ?? { id: task.id, title: '(forgotten)', instruction: '' }
  )
}

/** Text of the content an answer or an error is kept in. */
export function answerText(ref: string | undefined, { content }: Pick<RequestSources, 'content'>): string {
  if (ref === undefined) return ''
  const body = content(ref) as { text?: string; message?: string; fix?: string } | undefined
  return body?.text ?? (body?.message === undefined ? '' : explain(body.message, body.fix))
}

function planLine(run: RunState, task: TaskState, sources: RequestSources): ModelRequest['plan'][number] {
  const planned = plannedTask(task, sources)
  const outcome = answerText(task.answerRef, sources) || task.code
  return {
    id: task.id,
    title: planned?.title ?? '',
    instruction: planned?.instruction ?? '',
    dependsOn: task.dependsOn,
    status: taskStatusOf(run, task),
    ...(outcome ? { outcome } : {}),
  }
}

function inputOf(run: RunState, taskId: string, sources: RequestSources): TaskInput[] {
  const task = run.tasks.find(({ id }) => id === taskId)
  if (!task) return []
  const title = plannedTask(task, sources)?.title ?? ''
  return [
    ...task.dependsOn.flatMap((id) => inputOf(run, id, sources)),
    { taskId, title, answer: answerText(task.answerRef, sources), results: resultsOf(run, taskId, sources) },
  ]
}

/** Results of a task's effects, in order. */
export function resultsOf(
  run: RunState,
  taskId: string,
  sources: Pick<RequestSources, 'content'>,
): ResultForModel[] {
  return run.effects
    .filter((effect) => effect.taskId === taskId && effect.resultRef !== undefined)
    .flatMap(({ id }) => resultOf(run, id, sources) ?? [])
}

function resultOf(run: RunState, effectId: string, { content }: Pick<RequestSources, 'content'>) {
  const effect = effectOf(run, effectId)
  if (effect?.resultRef === undefined) return undefined
  const result = content(effect.resultRef) as
    | { text: string; data?: JsonValue; evidence?: readonly Evidence[] }
    | undefined
  const labels = run.tasks.find(({ id }) => id === effect.taskId)?.labels ?? NO_LABELS
  return {
    callId: effect.toolCallId,
    tool: effect.tool,
    arguments: content(effect.argumentsRef) ?? {},
    ok: effect.status === 'succeeded',
    text: result?.text ?? '(forgotten)',
    ...(result?.data === undefined ? {} : { data: result.data }),
    labels,
    evidence: result?.evidence ?? [],
    effectId: effect.id,
    contentRef: effect.resultRef,
  } satisfies ResultForModel
}

/** What stands where a content was forgotten. */
const FORGOTTEN: ResponseBody = { text: '(forgotten)', calls: [] }

function threadItem(run: RunState, entry: ThreadEntry, sources: RequestSources): ThreadItem[] {
  switch (entry.kind) {
    case 'response': {
      const body = sources.content(entry.ref) as unknown as ResponseBody | undefined
      const { text, calls } = body ?? FORGOTTEN
      return [{ type: 'response', text, calls, contentRef: entry.ref }]
    }
    case 'result': {
      const result = resultOf(run, entry.effectId, sources)
      return result ? [{ type: 'result', ...result }] : []
    }
    case 'steering': {
      const said = sources.content(entry.ref) as unknown as TriggerContent | undefined
      const { text, intent } = said ?? { text: '(forgotten)', intent: { clauses: [] } }
      return [{ type: 'steering', text, intent, contentRef: entry.ref }]
    }
    case 'notice': {
      const { text } = (sources.content(entry.ref) as unknown as { text: string } | undefined) ?? FORGOTTEN
      return [{ type: 'notice', notice: entry.notice, text, contentRef: entry.ref }]
    }
  }
}

/** What the loop says where acts that were asked for have no effect yet. */
export const missingEvidenceText = (missing: readonly Act[]): string =>
  `The operator asked for acts that have no recorded effect yet: ${missing.join(', ')}. Do them with the tools, or say why they cannot be done.`
