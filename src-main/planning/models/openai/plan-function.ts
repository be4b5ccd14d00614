import { z } from 'zod'
import type { JsonObject } from '../../../vocabulary/json.ts'
import { ModelError, type ProposedTask } from '../../model.ts'
import type { ToolNames } from './tool-names.ts'

/** Name of the control function through which a model plans. It is no tool: it never reaches the gate. */
export const PLAN_FUNCTION = 'make_plan'

const planSchema = z.object({
  tasks: z
    .array(
      z.object({
        id: z
          .string()
          .regex(/^[\w-]{1,40}$/, 'letters, digits, _ and -, 40 at the most')
          .describe('Short and unique, e.g. "news"'),
        title: z.string().min(1).describe('A few words that a person reads'),
        instruction: z
          .string()
          .min(1)
          .describe("What is to be done, complete in itself, in the operator's own words where possible"),
        dependsOn: z.array(z.string()).default([]).describe('Ids of the tasks whose results it needs'),
        tools: z.array(z.string()).default([]).describe('Names of the tools it will probably use'),
      }),
    )
    .min(1)
    .max(40),
})

/** The control function as the protocol declares functions. */
export const planFunction = {
  name: PLAN_FUNCTION,
  description:
    'Splits the goal into tasks. Tasks that do not depend on each other run side by side. Called again, it replaces the tasks that have not started.',
  parameters: z.toJSONSchema(planSchema, { io: 'input' }) as JsonObject,
}

/** Throws ModelError 'bad-plan', which is worth another attempt: models that write one badly mostly do better the next time. */
export function readPlan(text: string, names: ToolNames): readonly ProposedTask[] {
  const parsed = planSchema.safeParse(parseJson(text))
  if (!parsed.success) throw badPlan(z.prettifyError(parsed.error))
  const { tasks } = parsed.data
  const ids = new Set(tasks.map(({ id }) => id))
  if (ids.size < tasks.length) throw badPlan('two tasks have the same id')
  return tasks.map((task) => ({ ...task, tools: task.tools.map(names.fromWire) }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badPlan('its arguments are not valid JSON', cause)
  }
}

const badPlan = (what: string, cause?: unknown) =>
  new ModelError('bad-plan', `The plan of the model cannot be used: ${what}`, { retryable: true, cause })
