import type { JsonObject } from '../vocabulary/json.ts'
import type { ToolPorts } from './ports.ts'
import type { AnyTool } from './tool.ts'

/** The page an act would be done on ('' where none is open), and the element it names, as it was last shown. */
export interface OpenPage {
  readonly page: string
  readonly element?: string
}

/** Undefined for a tool that acts on no open page: one that names its address itself, or only looks. */
export async function openPage(
  { browser }: Pick<ToolPorts, 'browser'>,
  conversationId: string,
  tool: AnyTool,
  input: JsonObject,
): Promise<OpenPage | undefined> {
  const actsOnPage = tool.needs.includes('browser') && tool.effect !== 'read'
  if (!actsOnPage || Object.values(tool.sinks).includes('url')) return undefined
  const shown = await browser.shown(conversationId)
  const element = shown?.elements.find(({ ref }) => ref === input.ref)
  return {
    page: shown?.url ?? '',
    ...(element ? { element: `${element.role} "${element.name}"` } : {}),
  }
}
