import { z } from 'zod'
import { defineTool, type ToolResult } from '../tool.ts'

/** Puts text at the end of a file, on lines of its own. Whether it happened is known from the receipt under its key. */
export const filesAppend = defineTool({
  name: 'files.append',
  title: 'Append to a file',
  description: 'Puts text at the end of a text file, on a line of its own; creates the file if absent.',
  effect: 'write',
  acts: ['append'],
  inDoubt: 'reconcilable',
  input: z.object({
    path: z.string().min(1).describe('Absolute path of the file; ~ is the home folder.'),
    text: z.string().min(1).describe('The text to add.'),
  }),
  sinks: { path: 'path' },
  needs: ['files'],
  preview: async ({ path, text }, { files }) => {
    const before = await files.readOrEmpty(path)
    const line = before === '' || before.endsWith('\n') ? '' : '\n'
    return { kind: 'diff', path, before, after: `${before}${line}${text}${text.endsWith('\n') ? '' : '\n'}` }
  },
  run: async ({ path, text }, { files }, { idempotencyKey }) =>
    appended(path, await files.append(path, text, idempotencyKey)),
  reconcile: async ({ path }, { files }, { idempotencyKey }) => {
    const found = await files.appended(path, idempotencyKey)
    return typeof found === 'string' ? found : appended(path, found)
  },
})

const appended = (
  path: string,
  result: { sha256: string; bytes: number; previousId?: string },
): ToolResult => ({
  text: `Added to ${path}, which has ${result.bytes} bytes now.`,
  data: { path, ...result },
  evidence: [{ kind: 'file', what: path, summary: `Added to ${path}`, sha256: result.sha256 }],
})
