import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { labelsOfRows } from './memory-labels.ts'

export const memoryList = defineTool({
  name: 'memory.list',
  title: 'List memory',
  description: 'Lists what is remembered, latest first.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({ limit: z.number().int().min(1).max(200).optional().describe('Most rows; default 20.') }),
  sinks: {},
  placeless: true,
  needs: ['memory'],
  run: async ({ limit = 20 }, { memory }, { principal }) => {
    const rows = await memory.list(principal, { limit })
    return {
      text:
        rows.length === 0
          ? 'Nothing is remembered yet.'
          : rows.map(({ id, text, at }) => `- ${text} (${at.slice(0, 10)}, ${id})`).join('\n'),
      data: { items: rows.map(({ id, kind, text, at }) => ({ id, kind, text, at })) },
      labels: labelsOfRows(rows),
      evidence: [{ kind: 'source', what: 'memory', summary: `Listed ${rows.length} remembered` }],
    }
  },
})
