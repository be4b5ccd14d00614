import { z } from 'zod'
import { defineTool } from '../tool.ts'

/**
 * Keeps a standing instruction as a proposal. No tool makes it hold: only the operator activates a rule, and one that
 * others had a part in can never be activated.
 */
export const memoryProposeRule = defineTool({
  name: 'memory.propose_rule',
  title: 'Propose a rule',
  description:
    'Proposes a standing instruction for all later work ("always …", "never …", "from now on …"), in the words of the operator. It holds only once the operator activates it.',
  effect: 'write',
  acts: ['remember'],
  inDoubt: 'keyed',
  undoneBy: 'memory.forget',
  input: z.object({
    text: z.string().trim().min(1).max(2_000).describe('The rule, in a form that stands by itself.'),
  }),
  sinks: {},
  placeless: true,
  keeps: ['text'],
  needs: ['memory'],
  preview: async ({ text }) => ({ kind: 'text', text: `Proposed rule: ${text}` }),
  run: async ({ text }, { memory }, { principal, labels, runId, idempotencyKey }) => {
    const row = await memory.remember(
      principal,
      { text, kind: 'rule', labels, source: { kind: 'run', ref: runId } },
      idempotencyKey,
    )
    const next =
      labels.trust === 'trusted'
        ? 'It holds only once you activate it in Memory.'
        : 'It comes from text that is not yours, so it cannot be activated: to have it, add it in Memory in your own words.'
    return {
      text: `Proposed as a rule (${row.id}): ${row.text}\n${next}`,
      data: { id: row.id, text: row.text, status: 'proposed' },
      evidence: [{ kind: 'memory', what: row.id, summary: `Proposed rule: ${row.text.slice(0, 200)}` }],
    }
  },
})
