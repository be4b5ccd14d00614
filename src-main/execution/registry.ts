import { z } from 'zod'
import type { ToolDescriptor } from '../planning/model.ts'
import type { JsonObject } from '../vocabulary/json.ts'
import type { AnyTool } from './tool.ts'

/** The catalogue of tools. Names are unique. */
export interface Registry {
  find(name: string): AnyTool | undefined
  all(): readonly AnyTool[]
  /** As a model sees them, sorted by name so that the prompt's start stays the same. */
  descriptors(): readonly ToolDescriptor[]
}

export function createRegistry(tools: readonly AnyTool[]): Registry {
  const sorted = [...tools].sort((a, b) => (a.name < b.name ? -1 : 1))
  const byName = new Map(sorted.map((tool) => [tool.name, tool]))
  if (byName.size !== tools.length) throw new Error('two tools have the same name')
  const descriptors = sorted.map(
    ({ name, title, description, effect, input }): ToolDescriptor => ({
      name,
      title,
      description,
      effect,
      schema: z.toJSONSchema(input) as JsonObject,
    }),
  )
  return { find: (name) => byName.get(name), all: () => sorted, descriptors: () => descriptors }
}
