import type { ToolPorts } from './ports.ts'
import type { AnyTool } from './tool.ts'

/** Exactly the ports a tool needs, so that it can reach no other. */
export const pickPorts = (tool: AnyTool, ports: ToolPorts): Partial<ToolPorts> =>
  Object.fromEntries((tool.needs as readonly (keyof ToolPorts)[]).map((need) => [need, ports[need]]))
