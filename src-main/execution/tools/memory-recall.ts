import { z } from 'zod'
import { KNOWN_AT } from '../../memory/memory.ts'
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
    const known = (found[0]?.score ?? 0) >= KNOWN_AT
    const hits = found.map(({ id, text, at, createdAt, validTo, score, why, kind, source, labels }) => ({
      id,
      text,
      at,
      createdAt,
      ...(validTo === undefined ? {} : { validTo }),
      score,
      why,
      kind,
      source: { ...source },
      trust: labels.trust,
    }))
    return {
      text:
        hits.length === 0
          ? `Nothing is remembered about "${query}".`
          : hits
              .map(
                ({ id, text, at, validTo }) =>
                  `- ${text} (${at.slice(0, 10)}${validTo ? `, held until ${validTo.slice(0, 10)}` : ''}, ${id})`,
              )
              .join('\n'),
      data: { hits, known },
      labels: labelsOfRows(found),
      // what is only the nearest there is proves nothing
      evidence: hits
        .filter(({ score }) => known && score >= KNOWN_AT)
        .map(({ id, text }) => ({
          kind: 'source' as const,
          what: id,
          summary: `Memory: ${text.slice(0, 200)}`,
        })),
    }
  },
})
