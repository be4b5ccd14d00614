import type { OpenAI } from 'openai'
import type { ModelRequest } from '../../model.ts'
import { planFunction } from './plan-function.ts'
import type { ToolNames } from './tool-names.ts'

/** The tools as the protocol declares functions, always in the same order, and for the root thread the plan. */
export function renderFunctions(
  { tools, canPlan }: Pick<ModelRequest, 'tools' | 'canPlan'>,
  names: ToolNames,
): OpenAI.FunctionDefinition[] {
  const functions = [...tools]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, description, schema }) => {
      const { $schema: _dialect, ...parameters } = schema
      return { name: names.toWire(name), description, parameters }
    })
  return canPlan ? [planFunction, ...functions] : functions
}
