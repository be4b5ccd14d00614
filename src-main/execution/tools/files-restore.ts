import { z } from 'zod'
import type { TrashedItem } from '../files/files.ts'
import { defineTool, type ToolResult } from '../tool.ts'

/** Its place is the one the operator let it be taken from, so it has none of its own. */
export const filesRestore = defineTool({
  name: 'files.restore',
  title: 'Restore from trash',
  description:
    'Brings back what was trashed, or the version of a file that a write replaced, to where it was. Never overwrites a file that was changed since.',
  effect: 'write',
  acts: ['restore'],
  inDoubt: 'reconcilable',
  input: z.object({ id: z.string().min(1).describe('Id from files.trash, files.trashed or a previousId.') }),
  sinks: {},
  placeless: true,
  needs: ['files'],
  preview: async ({ id }, { files }) => {
    const item = (await files.trashed()).find((each) => each.id === id)
    return {
      kind: 'text',
      text: item ? `Bring back ${item.originalPath}, as it was until ${item.trashedAt}` : `Bring back ${id}`,
    }
  },
  run: async ({ id }, { files }) => restored(await files.restore(id)),
  reconcile: async ({ id }, { files }) => {
    const item = await files.restored(id)
    return item ? restored(item) : 'did-not-happen'
  },
})

const restored = ({ id, kind, originalPath }: TrashedItem): ToolResult => ({
  text:
    kind === 'previous'
      ? `Brought back the earlier version of ${originalPath}.`
      : `Restored ${originalPath}.`,
  data: { id, originalPath },
  evidence: [{ kind: 'file', what: originalPath, summary: `Restored ${originalPath}` }],
})
