import { z } from 'zod'
import { aboutOf } from '../../memory/knowledge/read-fact.ts'
import { defineTool } from '../tool.ts'

/** Keeps words for later. A text that came from outside keeps the labels of where it came from. */
export const memoryRemember = defineTool({
  name: 'memory.remember',
  title: 'Remember',
  description:
    'Keeps a piece of knowledge for later: a fact, something that happened (episode), or how something is done (procedure).',
  effect: 'write',
  acts: ['remember'],
  inDoubt: 'keyed',
  undoneBy: 'memory.forget',
  input: z.object({
    text: z.string().trim().min(1).max(20_000).describe('What to remember, in a form that stands by itself.'),
    kind: z.enum(['fact', 'episode', 'procedure']).optional(),
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('When it holds or happened, ISO 8601 with offset. Default: now.'),
  }),
  sinks: {},
  placeless: true,
  keeps: ['text'],
  needs: ['memory'],
  preview: async ({ text }) => ({ kind: 'text', text }),
  run: async ({ text, kind, at }, { memory }, { principal, labels, runId, idempotencyKey }) => {
    const optional = { ...(kind === undefined ? {} : { kind }), ...(at === undefined ? {} : { at }) }
    // so that a later fact about the same takes its place
    const about = kind === undefined || kind === 'fact' ? aboutOf(text) : undefined
    const row = await memory.remember(
      principal,
      { text, ...optional, ...about, labels, source: { kind: 'run', ref: runId } },
      idempotencyKey,
    )
    return {
      text: `Remembered as ${row.id}: ${row.text}`,
      data: { id: row.id, text: row.text },
      evidence: [{ kind: 'memory', what: row.id, summary: `Remembered: ${row.text.slice(0, 200)}` }],
    }
  },
})
