import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'

const here = import.meta.dirname

/** The notes server as config.json would have it. */
export const notesServer = (env: Record<string, string> = {}) => ({
  command: process.execPath,
  args: [join(here, 'notes-server.ts')],
  ...(Object.keys(env).length > 0 ? { env } : {}),
})

/** A server that misbehaves in this way. */
export const hostileServer = (how: string, memory = join(temporaryFolder(), 'memory')) => ({
  command: process.execPath,
  args: [join(here, 'hostile-server.ts'), how, memory],
})
