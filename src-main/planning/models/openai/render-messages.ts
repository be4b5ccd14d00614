import type { OpenAI } from 'openai'
import { assertNever } from '../../../vocabulary/assert-never.ts'
import { argumentsOf } from '../../context/fit-history.ts'
import { lineText } from '../../context/fit-plan.ts'
import type { MemoryForModel, ModelRequest, ResultForModel, Summary, ThreadItem, Turn } from '../../model.ts'
import { dataBlocks, type WrapData } from './data-block.ts'
import { SYSTEM_PROMPT } from './system-prompt.ts'
import type { ToolNames } from './tool-names.ts'

type Message = OpenAI.ChatCompletionMessageParam
type Response = Extract<ThreadItem, { type: 'response' }>

/**
 * A fitted request as chat messages, the unchanging first so that endpoints can cache it: the instructions and the
 * operator's rules, the conversation, the goal, the inputs, then the thread, which only grows at its end; last what
 * changes with each call.
 */
export function renderMessages(request: ModelRequest, names: ToolNames): Message[] {
  const wrap = dataBlocks(request.call.runId)
  const { summary = {} } = request
  return [
    { role: 'system', content: renderRules(request) },
    ...renderSummary('Earlier goals of this conversation', 'earlier goals', summary.turns, wrap),
    ...request.history.flatMap(renderTurn),
    { role: 'user', content: withImages(renderGoal(request, wrap), request) },
    ...renderSummary('Your earlier steps for this goal', 'earlier steps', summary.steps, wrap),
    ...renderThread(request.thread, names, wrap),
    { role: 'user', content: renderSituation(request, wrap) },
  ]
}

function renderRules({ rules = [] }: ModelRequest): string {
  if (rules.length === 0) return SYSTEM_PROMPT
  const lines = rules.map(({ id, text }) => `- [${id}] ${text}`)
  return `${SYSTEM_PROMPT}\n\n${RULES_HEADING}\n${lines.join('\n')}`
}

const RULES_HEADING = `The operator's standing rules
They are the operator's own and hold in every goal, unless the operator says otherwise in it:`

function renderSummary(of: string, from: string, summary: Summary | undefined, wrap: WrapData): Message[] {
  if (!summary) return []
  const { said, came } = summary
  const parts = [
    `[Adjutant, not the operator] ${of}, shortened ("[…]" stands where words were left out).`,
    ...(said ? [`The operator said:\n${said}`] : []),
    ...(came ? [`What came of it:\n${wrap(from, came)}`] : []),
  ]
  return [{ role: 'user', content: parts.join('\n\n') }]
}

function renderTurn({ goal, answer, status }: Turn): Message[] {
  return [
    { role: 'user', content: goal },
    { role: 'assistant', content: answer || `(${status})` },
  ]
}

/** What the calls of earlier goals gave, so that "that file" and "the second one" can be looked up. */
function renderEarlierWork(history: readonly Turn[], wrap: WrapData): string[] {
  const work = history.flatMap(({ at, results }) => {
    const lines = results.map((result) => {
      return `${result.tool}(${argumentsOf(result)}) ${result.ok ? 'gave' : 'failed'}:\n${result.text}`
    })
    return lines.length > 0 ? [`For the goal of ${at}:\n${lines.join('\n')}`] : []
  })
  return work.length > 0
    ? [`What was done earlier in this conversation:\n${wrap('earlier work', work.join('\n\n'))}`]
    : []
}

function renderGoal({ goal, task, history, inputs }: ModelRequest, wrap: WrapData): string {
  const parts = [
    task
      ? `The operator's goal as a whole:\n${goal}\n\nYour task is this part of it, and only this:\n${task.title}\n${task.instruction}`
      : goal,
    ...renderEarlierWork(history, wrap),
    ...inputs.map(({ taskId, title, answer, results, attached }) => {
      if (attached) return renderAttached(attached, results, wrap)
      const found = results.filter(({ ok }) => ok).map((result) => `${result.tool}:\n${result.text}`)
      const text = [...found, ...(answer ? [`Its answer:\n${answer}`] : [])].join('\n\n')
      return `Result of task ${taskId}:\n${wrap(`task ${taskId}`, `${title}\n\n${text}`)}`
    }),
  ]
  return parts.join('\n\n')
}

/** The operator has chosen it; its words are anybody's. */
const renderAttached = (name: string, results: readonly ResultForModel[], wrap: WrapData): string =>
  `Attached by the operator, in the words of whoever wrote it:\n${wrap(`attachment ${name}`, results.map(({ text }) => text).join('\n'))}`

function withImages(
  text: string,
  { images = [] }: ModelRequest,
): string | OpenAI.ChatCompletionContentPart[] {
  if (images.length === 0) return text
  return [
    { type: 'text', text },
    ...images.map(({ type, base64 }) => ({
      type: 'image_url' as const,
      image_url: { url: `data:${type};base64,${base64}` },
    })),
  ]
}

/** The protocol wants each response's results right behind it, one for each call; other words follow them. */
function renderThread(thread: readonly ThreadItem[], names: ToolNames, wrap: WrapData): Message[] {
  const starts = thread.flatMap((item, index) => (item.type === 'response' ? [index] : []))
  const before = thread.slice(0, starts[0] ?? thread.length)
  const turns = starts.map((start, index) => thread.slice(start, starts[index + 1] ?? thread.length))
  return [
    ...before.flatMap((item) => renderWord(item)),
    ...turns.flatMap(([response, ...heard]) => [
      ...renderResponse(response as Response, heard, names, wrap),
      ...heard.flatMap((item) => renderWord(item)),
    ]),
  ]
}

function renderResponse(
  { text, calls }: Response,
  heard: readonly ThreadItem[],
  names: ToolNames,
  wrap: WrapData,
): Message[] {
  if (calls.length === 0) return text ? [{ role: 'assistant', content: text }] : []
  const tool_calls = calls.map(({ id, tool, arguments: input }) => ({
    id,
    type: 'function' as const,
    function: { name: names.toWire(tool), arguments: spellArguments(input) },
  }))
  const results = calls.map(({ id }): Message => {
    const result = heard.find((item) => item.type === 'result' && item.callId === id)
    const content = result?.type === 'result' ? renderResult(result, wrap) : 'There is no result.'
    return { role: 'tool', tool_call_id: id, content }
  })
  return [{ role: 'assistant', content: text || null, tool_calls }, ...results]
}

/** Endpoints refuse a history whose arguments are not an object, so a malformed one is quoted in one. */
function spellArguments(input: unknown): string {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input)
  return JSON.stringify(isObject ? input : { malformed: input })
}

function renderResult({ tool, ok, text, labels }: ResultForModel, wrap: WrapData): string {
  const outcome = ok ? text : `Failed. ${text}`
  return labels.trust === 'untrusted' ? wrap(tool, outcome) : outcome
}

function renderWord(item: ThreadItem): Message[] {
  switch (item.type) {
    case 'steering':
      return [{ role: 'user', content: item.text }]
    case 'notice':
      return [{ role: 'user', content: `[Adjutant, not the operator] ${item.text}` }]
    case 'response':
    case 'result':
      return []
    default:
      return assertNever(item, 'thread item')
  }
}

/** What changes with each call: the time, the plan as it stands, and what memory holds. */
function renderSituation(
  { now, timeZone, home, plan, memory, problems }: ModelRequest,
  wrap: WrapData,
): string {
  return [
    '[Adjutant, not the operator]',
    `It is ${localTime(now, timeZone)} (${timeZone}). "~" is ${home}.`,
    ...(problems?.rules === undefined ? [] : [RULES_MISSING]),
    ...(plan.length > 0 ? ['The plan as it stands:', wrap('plan', plan.map(lineText).join('\n'))] : []),
    ...renderMemory(memory, wrap),
  ].join('\n')
}

const RULES_MISSING =
  "The operator's standing rules cannot be read at the moment: where an act might be against one, ask first."

/** Rows that others have had a part in stand apart, and are called what they are. */
function renderMemory(memory: readonly MemoryForModel[], wrap: WrapData): string[] {
  const rows = (trust: 'trusted' | 'untrusted') =>
    memory.filter(({ labels }) => labels.trust === trust).map(renderRow)
  const [own, foreign] = [rows('trusted'), rows('untrusted')]
  return [
    ...(own.length > 0 ? [`What memory holds about it:\n${wrap('memory', own.join('\n'))}`] : []),
    ...(foreign.length > 0
      ? [
          `What memory holds about it from pages, files and mail:\n${wrap('memory of untrusted text', foreign.join('\n'))}`,
        ]
      : []),
  ]
}

function renderRow({ id, at, text, kind, source }: MemoryForModel): string {
  const about = [id, at, ...(kind ? [kind] : []), ...(source ? [`from ${source.kind} ${source.ref}`] : [])]
  return `[${about.join(', ')}] ${text}`
}

/** e.g. "Monday, 2026-03-02 09:30". */
function localTime(now: string, timeZone: string): string {
  const date = new Date(now)
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }).format(date)
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    date,
  )
  return `${day}, ${time}`
}
