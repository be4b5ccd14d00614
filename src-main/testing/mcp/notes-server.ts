import { existsSync, writeFileSync } from 'node:fs'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { createNotesServer } from './notes.ts'

/** A file for the process' id; while there is one beside it that ends with `.stop`, the server does not start. */
const [file] = process.argv.slice(2)
if (file && existsSync(`${file}.stop`)) process.exit(4)
if (file) writeFileSync(file, String(process.pid))
process.stderr.write(`the notes server has started with ${process.env.NOTES_TOKEN}\n`)
await createNotesServer().connect(new StdioServerTransport())
