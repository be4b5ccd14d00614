import type { OpenAI } from 'openai'
import { assertNever } from '../../../vocabulary/assert-never.ts'
import type { ModelRequest, ResultForModel, ThreadItem, Turn } from '../../model.ts'
import { dataBlocks, type WrapData } from './data-block.ts'
import { SYSTEM_PROMPT } from './system-prompt.ts'
import type { ToolNames } from './tool-names.ts'

type Message = OpenAI.ChatCompletionMessageParam
type Response = Extract<ThreadItem, { type: 'response' }>

/** Length that results of earlier goals are cut to, in characters: they remind, they are not read again. */
const HISTORY_CUT = 2_000

/**
 * A request as chat messages, the unchanging first so that endpoints can cache it: what is always so, the conversation
 * and what memory holds, the goal, the inputs, the thread; last what changes with each call.
 */
export function renderMessages(request: ModelRequest, names: ToolNames): Message[] {
  const wrap = dataBlocks(request.call.runId)
  return [
    { role: 'system', content: SYSTEM_PROMPT },
    ...request.history.flatMap(renderTurn),
    { role: 'user', content: renderGoal(request, wrap) },
    ...renderThread(request.thread, names, wrap),
    { role: 'user', content: renderSituation(request, wrap) },
  ]
}

function renderTurn({ goal, answer, status }: Turn): Message[] {
  return [
    { role: 'user', content: goal },
    { role: 'assistant', content: answer || `(${status})` },
  ]
}

/** What the calls of earlier goals gave, so that "that file" and "the second one" can be looked up. */
function renderEarlierWork(history: readonly Turn[], wrap: WrapData): string[] {
  const work = history.flatMap(({ at, goal, results }) => {
    const lines = results.map(({ tool, arguments: input, ok, text }) => {
      return `${tool}(${JSON.stringify(input)}) ${ok ? 'gave' : 'failed'}:\n${cut(text, HISTORY_CUT)}`
    })
    return lines.length > 0 ? [`${at}: ${goal}\n${lines.join('\n')}`] : []
  })
  return work.length > 0
    ? [`What was done earlier in this conversation:\n${wrap('earlier work', work.join('\n\n'))}`]
    : []
}

function renderGoal({ goal, task, history, memory, inputs }: ModelRequest, wrap: WrapData): string {
  const remembered = memory.map(({ id, at, text }) => `[${id}, ${at}] ${text}`)
  const parts = [
    task
      ? `The operator's goal as a whole:\n${goal}\n\nYour task is this part of it, and only this:\n${task.title}\n${task.instruction}`
      : goal,
    ...renderEarlierWork(history, wrap),
    ...(remembered.length > 0
      ? [`What memory holds about it:\n${wrap('memory', remembered.join('\n'))}`]
      : []),
    ...inputs.map(({ taskId, title, answer, results }) => {
      const found = results.filter(({ ok }) => ok).map((result) => `${result.tool}:\n${result.text}`)
      const text = [...found, ...(answer ? [`Its answer:\n${answer}`] : [])].join('\n\n')
      return `Result of task ${taskId}:\n${wrap(`task ${taskId}`, `${title}\n\n${text}`)}`
    }),
  ]
  return parts.join('\n\n')
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

/** What changes with each call: the time, and the plan as it stands. */
function renderSituation({ now, timeZone, home, plan }: ModelRequest, wrap: WrapData): string {
  const lines = [
    '[Adjutant, not the operator]',
    `It is ${localTime(now, timeZone)} (${timeZone}). "~" is ${home}.`,
  ]
  if (plan.length === 0) return lines.join('\n')
  const tasks = plan.map(({ id, title, dependsOn, status, outcome }) => {
    const after = dependsOn.length > 0 ? `, after ${dependsOn.join(', ')}` : ''
    return `- ${id} (${status}${after}): ${title}${outcome ? `\n  ${cut(outcome, HISTORY_CUT)}` : ''}`
  })
  return [...lines, 'The plan as it stands:', wrap('plan', tasks.join('\n'))].join('\n')
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

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length)}… (${text.length - length} more characters)`
