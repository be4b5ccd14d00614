import { canonicalJson } from '../../../vocabulary/json.ts'
import type { ModelEvent, ModelRequest, ResultForModel } from '../../model.ts'
import type { Step } from './goal.ts'
import { createScene } from './scene.ts'
import { performCommand } from './steps/perform-command.ts'
import type { Call, Steps } from './steps/step.ts'
import type { ReadClause } from './wanted.ts'

/**
 * The next calls of a thread, or its answer. Each command is a generator that asks for calls and goes on with their
 * results; it is played again from the start with the results the thread holds, up to where one is missing.
 */
export function runTask(
  request: ModelRequest,
  steps: readonly Step[],
  read: ReadClause,
): readonly ModelEvent[] {
  const thread = recorded(request)
  const answers: string[] = []
  const earlier: { step: Step; results: readonly ResultForModel[] }[] = []
  let used = 0
  for (const step of steps) {
    const first = used
    const scene = createScene(request, step, earlier, read)
    const performance: Steps<string> = performCommand(scene)
    let next = performance.next([])
    while (!next.done) {
      const calls = next.value
      const results = calls.map((call, index) => matching(thread[used + index], call))
      if (results.some((result) => result === undefined))
        return calls.map((call, index) => callEvent(call, used + index))
      used += calls.length
      next = performance.next(results as ResultForModel[])
    }
    answers.push(next.value)
    earlier.push({ step, results: thread.slice(first, used).flatMap((result) => result ?? []) })
  }
  return [{ type: 'text', delta: answers.filter((answer) => answer !== '').join('\n\n') }]
}

/** Results in the order in which their calls were made. */
function recorded(request: ModelRequest): (ResultForModel | undefined)[] {
  const results = new Map(
    request.thread.flatMap((item) => (item.type === 'result' ? [[item.callId, item] as const] : [])),
  )
  return request.thread.flatMap((item) =>
    item.type === 'response' ? item.calls.map(({ id }) => results.get(id)) : [],
  )
}

const matching = (result: ResultForModel | undefined, call: Call): ResultForModel | undefined =>
  result?.tool === call.tool ? result : undefined

const callEvent = (call: Call, index: number): ModelEvent => ({
  type: 'call',
  id: `c${index + 1}`,
  tool: call.tool,
  arguments: canonicalJson(call.arguments),
})
