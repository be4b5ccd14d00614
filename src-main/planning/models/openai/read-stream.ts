import type { OpenAI } from 'openai'
import { ModelError, type ModelEvent } from '../../model.ts'
import { PLAN_FUNCTION, readPlan } from './plan-function.ts'
import type { ToolNames } from './tool-names.ts'

type Chunk = OpenAI.ChatCompletionChunk
type CallDelta = OpenAI.ChatCompletionChunk.Choice.Delta.ToolCall

interface CallInParts {
  readonly index: number
  id: string
  name: string
  arguments: string
}

/**
 * From chunks of the protocol to events: words as they come, calls and the plan when the stream has ended as it should.
 * Throws ModelError: 'stream-cut' where no finish reason was ever seen, 'empty-response', 'bad-plan', 'filtered'.
 */
export async function* readStream(
  chunks: AsyncIterable<Chunk>,
  { callId, canPlan, names }: { callId: string; canPlan: boolean; names: ToolNames },
): AsyncIterable<ModelEvent> {
  const calls: CallInParts[] = []
  let finish: string | undefined
  let hasText = false
  for await (const { choices, usage } of chunks) {
    const choice = choices?.[0]
    if (choice?.delta?.content) {
      hasText = true
      yield { type: 'text', delta: choice.delta.content }
    }
    for (const delta of choice?.delta?.tool_calls ?? []) collect(calls, delta)
    finish = choice?.finish_reason ?? finish
    if (usage)
      yield { type: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
  }
  checkEnd(finish, hasText || calls.length > 0)
  if (finish === 'length' && calls.length === 0)
    yield { type: 'text', delta: '\n\n(cut at the length limit of the model)' }
  yield* eventsOf(calls, callId, canPlan, names)
}

function* eventsOf(calls: readonly CallInParts[], callId: string, canPlan: boolean, names: ToolNames) {
  const plans = calls.filter(({ name }) => canPlan && name === PLAN_FUNCTION)
  const used = new Set<string>()
  for (const [position, { id, name, arguments: text }] of calls.entries()) {
    if (canPlan && name === PLAN_FUNCTION) continue
    // some endpoints give no id, or the same one to each call
    const unique = id && !used.has(id) ? id : `${callId}.${position}`
    used.add(unique)
    yield { type: 'call', id: unique, tool: names.fromWire(name), arguments: text } as const
  }
  const last = plans.at(-1)
  if (last) yield { type: 'plan', tasks: readPlan(last.arguments, names) } as const
}

/** A call comes in parts under its index; endpoints that send calls whole may give them all the index 0 or none. */
function collect(calls: CallInParts[], { index, id, function: part }: CallDelta): void {
  const last = calls.findLast((call) => call.index === (index ?? 0))
  const isNew = !last || (id && last.id && id !== last.id) || (!id && part?.name && isWhole(last))
  if (isNew) {
    calls.push({ index: index ?? 0, id: id ?? '', name: part?.name ?? '', arguments: part?.arguments ?? '' })
    return
  }
  last.id ||= id ?? ''
  last.name ||= part?.name ?? ''
  last.arguments += part?.arguments ?? ''
}

function isWhole({ arguments: text }: CallInParts): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function checkEnd(finish: string | undefined, hasContent: boolean): void {
  if (finish === undefined) {
    throw new ModelError('stream-cut', 'The model endpoint broke off in the middle of its answer', {
      retryable: true,
      fix: 'Check the connection; the call is made again by itself.',
    })
  }
  if (finish === 'content_filter') {
    throw new ModelError('filtered', 'The model endpoint held its answer back (content filter)', {
      retryable: false,
      fix: 'Word the goal differently, or choose another model in Settings > Model.',
    })
  }
  if (!hasContent)
    throw new ModelError('empty-response', 'The model gave an empty answer', { retryable: true })
}
