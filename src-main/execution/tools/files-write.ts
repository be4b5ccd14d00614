import { z } from 'zod'
import { ToolError } from '../../vocabulary/errors.ts'
import { sha256 } from '../../vocabulary/json.ts'
import type { FilesPort } from '../files/files.ts'
import { defineTool, type Preview, type ToolResult } from '../tool.ts'

/** Replaces a file, atomically; creates it, and its folders, if absent. What it replaces can be brought back. */
export const filesWrite = defineTool({
  name: 'files.write',
  title: 'Write a file',
  description:
    'Writes a text file, replacing what was there (kept: files.restore with previousId brings it back). Makes missing folders.',
  effect: 'write',
  acts: ['write'],
  inDoubt: 'reconcilable',
  undoneBy: 'files.restore',
  input: z.object({
    path: z.string().min(1).describe('Absolute path of the file; ~ is the home folder.'),
    text: z.string().describe('The whole new text.'),
  }),
  sinks: { path: 'path' },
  needs: ['files'],
  preview: async ({ path, text }, { files }) => previewOf(path, text, files),
  run: async ({ path, text }, { files }) => written(path, await files.replace(path, text)),
  reconcile: async ({ path, text }, { files }) => {
    const expected = sha256(text)
    if ((await files.sha256(path)) !== expected) return 'did-not-happen'
    return written(path, { sha256: expected, bytes: Buffer.byteLength(text) })
  },
})

async function previewOf(path: string, after: string, files: FilesPort): Promise<Preview> {
  try {
    return { kind: 'diff', path, before: await files.readOrEmpty(path), after }
  } catch (error) {
    if (!(error instanceof ToolError)) throw error
    return { kind: 'text', text: `${error.message}\n\nNew text:\n${after}` }
  }
}

const written = (
  path: string,
  result: { sha256: string; bytes: number; previousId?: string },
): ToolResult => ({
  text: `Wrote ${result.bytes} bytes to ${path}.${
    result.previousId === undefined ? '' : ` The earlier version is kept as ${result.previousId}.`
  }`,
  data: { path, ...result },
  evidence: [
    { kind: 'file', what: path, summary: `Wrote ${path} (${result.bytes} bytes)`, sha256: result.sha256 },
  ],
})
