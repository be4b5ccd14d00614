import { z } from 'zod'
import type { ToolDescriptor } from '../planning/model.ts'
import { ToolError } from '../vocabulary/errors.ts'
import type { JsonObject } from '../vocabulary/json.ts'
import type { AnyTool } from './tool.ts'

/** The catalogue of tools. Names are unique. */
export interface Registry {
  /** Those that are switched off, too: what they did before has a title still. */
  find(name: string): AnyTool | undefined
  all(): readonly AnyTool[]
  isOff(name: string): boolean
  /** What a model is told of, sorted by name so that the prompt's start stays the same. */
  descriptors(): readonly ToolDescriptor[]
}

/** Asked anew at each look: the operator switches while the agent runs. */
export interface RegistryOptions {
  /** Names of the tools that the operator has switched off. */
  readonly off?: () => readonly string[]
  /** Tools of connected servers; the same list until they change. */
  readonly connected?: () => readonly AnyTool[]
}

export function createRegistry(
  tools: readonly AnyTool[],
  { off = () => [], connected = () => [] }: RegistryOptions = {},
): Registry {
  let last: { readonly connected: readonly AnyTool[]; readonly catalogue: Catalogue } | undefined
  const now = (): Catalogue => {
    const also = connected()
    if (last?.connected !== also) last = { connected: also, catalogue: catalogueOf([...tools, ...also]) }
    return last.catalogue
  }
  return {
    find: (name) => now().names.get(name),
    all: () => now().sorted,
    isOff: (name) => off().includes(name),
    descriptors: () => {
      const hidden = off()
      const { described } = now()
      return hidden.length === 0 ? described : described.filter(({ name }) => !hidden.includes(name))
    },
  }
}

interface Catalogue {
  readonly sorted: readonly AnyTool[]
  readonly names: ReadonlyMap<string, AnyTool>
  readonly described: readonly ToolDescriptor[]
}

function catalogueOf(tools: readonly AnyTool[]): Catalogue {
  const sorted = [...tools].sort(byName)
  const names = new Map(sorted.map((tool) => [tool.name, tool]))
  if (names.size !== tools.length) throw new Error('two tools have the same name')
  return { sorted, names, described: sorted.map(descriptorOf) }
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

const descriptorOf = ({ name, title, description, effect, input, foreign }: AnyTool): ToolDescriptor => ({
  name,
  title,
  description,
  effect,
  schema: foreign?.schema ?? (z.toJSONSchema(input) as JsonObject),
  ...(foreign ? { server: foreign.server } : {}),
})

/** Throws ToolError 'tool-off' where the operator has switched it off. */
export function requireOn(registry: Registry, { name, title }: AnyTool): void {
  if (!registry.isOff(name)) return
  throw new ToolError('tool-off', `The operator has switched off "${title}" (${name}).`, {
    fix: 'Do it another way, or say that it would be needed: it is switched on again in the Tools pane.',
  })
}
