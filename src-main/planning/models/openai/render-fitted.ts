import { DEFAULT_BUDGET, fitRequest } from '../../context/fit-request.ts'
import type { FittedRequest } from '../../context/fitted-request.ts'
import type { ModelRequest } from '../../model.ts'
import { renderFunctions } from './render-functions.ts'
import { SYSTEM_PROMPT } from './system-prompt.ts'
import { mapToolNames } from './tool-names.ts'

/** A request within a budget that counts what this protocol adds: the instructions and the declared functions. */
export function fitForOpenAi(request: ModelRequest, budgetTokens: number = DEFAULT_BUDGET): FittedRequest {
  const names = mapToolNames(request.tools.map(({ name }) => name).sort())
  const tools = renderFunctions(request, names)
  return fitRequest(request, {
    budgetTokens,
    instructions: SYSTEM_PROMPT,
    tools: tools.length > 0 ? JSON.stringify(tools) : '',
  })
}
