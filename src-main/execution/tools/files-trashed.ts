import { z } from 'zod'
import { FILE_LABELS } from '../../vocabulary/labels.ts'
import { defineTool } from '../tool.ts'

export const filesTrashed = defineTool({
  name: 'files.trashed',
  title: 'Show the trash',
  description:
    'Lists what can be brought back with files.restore: trashed files and folders, and replaced versions.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({}),
  sinks: {},
  placeless: true,
  needs: ['files'],
  run: async (_input, { files }) => {
    const items = [...(await files.trashed())].reverse()
    const linesOf = (kind: string) =>
      items
        .filter((item) => item.kind === kind)
        .map((item) => `${item.id}  ${item.originalPath}  ${item.trashedAt}`)
    const parts = [
      { title: 'In the trash', lines: linesOf('trashed') },
      { title: 'Earlier versions', lines: linesOf('previous') },
    ].filter(({ lines }) => lines.length > 0)
    return {
      text:
        parts.length === 0
          ? 'The trash is empty.'
          : parts.map(({ title, lines }) => `${title}:\n${lines.join('\n')}`).join('\n\n'),
      data: { items: items.map((item) => ({ ...item })) },
      labels: FILE_LABELS,
      evidence: [{ kind: 'source', what: 'trash', summary: `${items.length} items can be restored` }],
    }
  },
})
