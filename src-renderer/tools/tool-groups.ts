import type { ToolView } from '../../src-preload/contract.ts'

/** Tools of one room. */
export interface ToolGroup {
  readonly room: string
  readonly tools: readonly ToolView[]
}

/** 'files' of 'files.write'. */
const roomOf = ({ name }: ToolView): string => name.split('.')[0] ?? ''

const ORDER = ['files', 'web', 'http', 'browser', 'memory', 'reminders', 'schedules', 'runs', 'results']

/** By room, in the order in which people think of them; only those that hold every word that is looked for. */
export function groupTools(
  tools: readonly ToolView[],
  words: string,
  spoken: (tool: ToolView) => string,
): ToolGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (tool: ToolView) => {
    const text = `${tool.name} ${tool.title} ${tool.description} ${spoken(tool)}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const rooms = new Map<string, ToolView[]>()
  for (const tool of tools.filter(fits)) {
    const room = roomOf(tool)
    rooms.set(room, [...(rooms.get(room) ?? []), tool])
  }
  const place = (room: string) => (ORDER.includes(room) ? ORDER.indexOf(room) : ORDER.length)
  return [...rooms].map(([room, of]) => ({ room, tools: of })).sort((a, b) => place(a.room) - place(b.room))
}
