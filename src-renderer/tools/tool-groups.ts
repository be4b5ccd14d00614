import type { ToolView } from '../../src-preload/contract.ts'

/** Tools of one room. */
export interface ToolGroup {
  readonly room: string
  /** Of a connected server, as the operator calls it. */
  readonly server?: string
  readonly tools: readonly ToolView[]
}

/** 'files' of 'files.write', 'mcp.notes' of 'mcp.notes.add'. */
const roomOf = ({ name, server }: ToolView): string =>
  name
    .split('.')
    .slice(0, server ? 2 : 1)
    .join('.')

const ORDER = ['files', 'web', 'http', 'browser', 'memory', 'reminders', 'schedules', 'runs', 'results']

/** By room, in the order in which people think of them; only those that hold every word that is looked for. */
export function groupTools(
  tools: readonly ToolView[],
  words: string,
  spoken: (tool: ToolView) => string,
): ToolGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (tool: ToolView) => {
    const text =
      `${tool.name} ${tool.server?.name ?? ''} ${tool.title} ${tool.description} ${spoken(tool)}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const rooms = new Map<string, ToolView[]>()
  for (const tool of tools.filter(fits)) {
    const room = roomOf(tool)
    rooms.set(room, [...(rooms.get(room) ?? []), tool])
  }
  const place = (room: string) => (ORDER.includes(room) ? ORDER.indexOf(room) : ORDER.length)
  return [...rooms]
    .map(([room, of]): ToolGroup => {
      const server = of[0]?.server?.name
      return { room, tools: of, ...(server === undefined ? {} : { server }) }
    })
    .sort((a, b) => place(a.room) - place(b.room) || a.room.localeCompare(b.room))
}
