import { z } from 'zod'
import { sha256 } from '../../vocabulary/json.ts'
import { defineTool, type ToolResult } from '../tool.ts'

/** Takes a file or folder away so that it can be brought back. Its id follows from the effect: trashed once, kept once. */
export const filesTrash = defineTool({
  name: 'files.trash',
  title: 'Move to trash',
  description:
    "Moves a file or folder to Adjutant's trash; returns the id with which files.restore brings it back. Nothing is ever deleted.",
  effect: 'write',
  acts: ['trash'],
  inDoubt: 'reconcilable',
  undoneBy: 'files.restore',
  input: z.object({ path: z.string().min(1).describe('Absolute path; ~ is the home folder.') }),
  sinks: { path: 'path' },
  needs: ['files'],
  preview: async ({ path }) => ({
    kind: 'text',
    text: `Move ${path} to the trash, from where it can be restored`,
  }),
  run: async ({ path }, { files }, { idempotencyKey }) => {
    const { id, originalPath } = await files.trash(path, idFor(idempotencyKey))
    return trashed(id, originalPath)
  },
  reconcile: async ({ path }, { files }, { idempotencyKey }) => {
    const id = idFor(idempotencyKey)
    const item = (await files.trashed()).find((each) => each.id === id)
    if (item === undefined) return 'did-not-happen'
    return (await files.kindAt(path)) === 'nothing' ? trashed(id, item.originalPath) : 'unknown'
  },
})

const idFor = (key: string): string => `trash_${sha256(key).slice(0, 16)}`

const trashed = (id: string, originalPath: string): ToolResult => ({
  text: `Moved ${originalPath} to the trash as ${id}.`,
  data: { id, originalPath },
  evidence: [{ kind: 'trash', what: originalPath, summary: `${originalPath} is in the trash (${id})` }],
})
