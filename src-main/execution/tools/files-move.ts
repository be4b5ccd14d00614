import { basename, join } from 'node:path'
import { z } from 'zod'
import { defineTool, type ToolResult } from '../tool.ts'

/** Moves or renames; never over something else. */
export const filesMove = defineTool({
  name: 'files.move',
  title: 'Move or rename',
  description:
    'Moves or renames a file or folder. Where `to` is a folder that exists, moves into it. Never overwrites anything.',
  effect: 'write',
  acts: ['move'],
  inDoubt: 'reconcilable',
  undoneBy: 'files.move',
  input: z.object({
    from: z.string().min(1).describe('Absolute path of what to move; ~ is the home folder.'),
    to: z.string().min(1).describe('Absolute path where it should be, or of the folder to put it in.'),
  }),
  sinks: { from: 'path', to: 'path' },
  needs: ['files'],
  preview: async ({ from, to }) => ({
    kind: 'fields',
    title: 'Move',
    fields: [
      { name: 'From', value: from },
      { name: 'To', value: to },
    ],
  }),
  run: async ({ from, to }, { files }) => moved(from, await files.move(from, to)),
  reconcile: async ({ from, to }, { files }) => {
    const source = await files.kindAt(from)
    const target = await files.kindAt(to)
    const within = join(to, basename(from))
    const there = target === 'folder' && (await files.kindAt(within)) !== 'nothing' ? within : to
    if (source === 'nothing') return target === 'nothing' ? 'unknown' : moved(from, there)
    return target === 'nothing' || (target === 'folder' && there === to) ? 'did-not-happen' : 'unknown'
  },
})

const moved = (from: string, to: string): ToolResult => ({
  text: `Moved ${from} to ${to}.`,
  data: { from, to },
  evidence: [{ kind: 'file', what: to, summary: `Moved ${from} to ${to}` }],
})
