import { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'

/** A picture of one transparent point. */
const POINT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A small tool server that keeps notes while it runs. */
export function createNotesServer(notes: string[] = []): McpServer {
  const server = new McpServer({ name: 'notes', version: '1.0.0' })
  const text = (words: string) => ({ content: [{ type: 'text' as const, text: words }] })
  server.registerTool(
    'add_note',
    {
      description: 'Adds a note and says how many there are.',
      inputSchema: z.object({ text: z.string().min(1), pinned: z.boolean().optional() }),
      annotations: { readOnlyHint: true },
    },
    async ({ text: note }) => {
      notes.push(note)
      return text(`There are ${notes.length} notes now.`)
    },
  )
  server.registerTool(
    'list_notes',
    { description: 'Lists all notes.', inputSchema: z.object({}) },
    async () => text(notes.map((note) => `- ${note}`).join('\n') || 'There are none.'),
  )
  server.registerTool('draw', { description: 'Draws a point.', inputSchema: z.object({}) }, async () => ({
    content: [
      { type: 'image' as const, data: POINT, mimeType: 'image/png' },
      { type: 'resource_link' as const, uri: 'notes://point', name: 'The point' },
    ],
  }))
  server.registerTool('fail', { description: 'Fails.', inputSchema: z.object({}) }, async () => ({
    ...text('The ink has dried up.'),
    isError: true,
  }))
  server.registerTool(
    'tell',
    { description: 'Tells what this server was given.', inputSchema: z.object({}) },
    async () => text(`NOTES_TOKEN is ${process.env.NOTES_TOKEN}, HOME2 is ${process.env.HOME2}`),
  )
  return server
}
