import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { createNotesServer } from './notes.ts'

process.stderr.write(`the notes server has started with ${process.env.NOTES_TOKEN}\n`)
await createNotesServer().connect(new StdioServerTransport())
