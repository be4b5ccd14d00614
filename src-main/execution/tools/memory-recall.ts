import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { labelsOfRows } from './memory-labels.ts'

export const memoryRecall = defineTool({
  name: 'memory.recall',
  title: 'Recall',
  description: 'Finds what was remembered about something, best first, with ids and times.',
  effect: 'read',
  acts: ['look'],
  inDoubt: 'pure',
  input: z.object({
    query: z.string().trim().min(1).max(1000).describe('What to look for, in words.'),
    k: z.number().int().min(1).max(50).optional().describe('Most hits; default 8.'),
  }),
  sinks: {},
  placeless: true,
  needs: ['memory'],
  run: async ({ query, k = 8 }, { memory }, { principal }) => {
    const found = await memory.recall(principal, query, { k })
    const hits = found.map(({ id, text, at, score, why, kind }) => ({ id, text, at, score, why, kind }))
    return {
      text:
        hits.length === 0
          ? `Nothing is remembered about "${query}".`
          : hits.map(({ id, text, at }) => `- ${text} (${at.slice(0, 10)}, ${id})`).join('\n'),
      data: { hits },
      labels: labelsOfRows(found),
      evidence: hits.map(({ id, text }) => ({
        kind: 'source' as const,
        what: id,
        summary: `Memory: ${text.slice(0, 200)}`,
      })),
    }
  },
})
