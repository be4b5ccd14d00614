import { onTestFinished } from 'vitest'
import {
  type Model,
  ModelError,
  type ModelEvent,
  type ModelRequest,
  type ProposedTask,
} from '../planning/model.ts'

/** What the model says at one step; a function may look at the request, or throw a ModelError. */
export type ScriptedStep = readonly ModelEvent[] | ((request: ModelRequest) => readonly ModelEvent[])

/** Steps by task id; 'root' is the thread that plans and reports. */
export type ModelScript = Readonly<Record<string, readonly ScriptedStep[]>>

export const say = (text: string): ModelEvent => ({ type: 'text', delta: text })

/** The id is filled in where it is left out, from task, step and position. */
export const call = (tool: string, input: object | string, id = ''): ModelEvent => ({
  type: 'call',
  id,
  tool,
  arguments: typeof input === 'string' ? input : JSON.stringify(input),
})

export const plan = (
  ...tasks: readonly (Pick<ProposedTask, 'id' | 'instruction'> & Partial<ProposedTask>)[]
): ModelEvent => ({
  type: 'plan',
  tasks: tasks.map((task) => ({ title: task.instruction, dependsOn: [], tools: [], ...task })),
})

/**
 * A model that says what its script holds for (task, step), the step being the number of responses in the thread: so a
 * repeated call, or one after a restart, hears the same. The test fails on a call that is not in the script and on a
 * step that was never asked for; `finish` is told how to check that when the test is over.
 */
export function scriptedModel(
  script: ModelScript,
  finish: (check: () => void) => void = onTestFinished,
): Model & { readonly requests: readonly ModelRequest[] } {
  const requests: ModelRequest[] = []
  const heard = new Set<string>()
  const unexpected: string[] = []
  finish(() => {
    const all = Object.entries(script).flatMap(([task, steps]) =>
      steps.map((_, index) => `${task}[${index}]`),
    )
    const leftover = all.filter((step) => !heard.has(step))
    const wrong = [
      ...unexpected.map((step) => `the model was asked for ${step}, which is not in its script`),
      ...leftover.map((step) => `the model was never asked for ${step}`),
    ]
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
  })
  return {
    id: 'scripted',
    requests,
    async *respond(request, signal) {
      requests.push(request)
      const { taskId } = request.call
      const index = request.thread.filter(({ type }) => type === 'response').length
      const name = `${taskId}[${index}]`
      const step = script[taskId]?.[index]
      if (!step) {
        unexpected.push(name)
        throw new ModelError('off-script', `There is no step ${name} in the script`, { retryable: false })
      }
      heard.add(name)
      const events = typeof step === 'function' ? step(request) : step
      for (const [position, event] of events.entries()) {
        if (signal.aborted)
          throw new ModelError('aborted', 'The model call was aborted', { retryable: false })
        yield event.type === 'call' && event.id === '' ? { ...event, id: `${name}.${position}` } : event
      }
    },
  }
}
